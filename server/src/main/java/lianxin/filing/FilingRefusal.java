package lianxin.filing;

import lianxin.platform.Refusal;

final class FilingRefusal {

    static final Refusal.Kind INCOMPLETE = new Refusal.Kind(422, "assessment-incomplete");

    private FilingRefusal() {}
}
