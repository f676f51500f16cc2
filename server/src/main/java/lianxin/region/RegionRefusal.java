package lianxin.region;

import lianxin.platform.Refusal;

final class RegionRefusal {

    static final Refusal.Kind NOT_A_CODE = new Refusal.Kind(400, "not-a-division-code");
    static final Refusal.Kind NO_SUCH_DIVISION = new Refusal.Kind(404, "no-such-division");

    private RegionRefusal() {}
}
