package lianxin.access;

import lianxin.platform.Refusal;

final class AccessRefusal {

    static final Refusal.Kind NOT_YOURS = new Refusal.Kind(403, "not-yours");
    static final Refusal.Kind NOT_HERE = new Refusal.Kind(404, "not-here");

    private AccessRefusal() {}
}
