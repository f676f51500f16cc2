package lianxin.overview;

import lianxin.platform.Refusal;

final class OverviewRefusal {

    static final Refusal.Kind NOT_FOR_A_UNIT = new Refusal.Kind(404, "not-for-a-unit");

    private OverviewRefusal() {}
}
