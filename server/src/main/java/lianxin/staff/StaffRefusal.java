package lianxin.staff;

import lianxin.platform.Refusal;

final class StaffRefusal {

    static final Refusal.Kind NO_SUCH_CADRE = new Refusal.Kind(404, "no-such-cadre");
    static final Refusal.Kind NO_SUCH_UNIT = new Refusal.Kind(404, "no-such-unit");
    static final Refusal.Kind CADRE_LEFT = new Refusal.Kind(409, "cadre-left");
    static final Refusal.Kind CADRE_HOLDS_HOUSEHOLDS = new Refusal.Kind(409, "cadre-holds-households");
    static final Refusal.Kind NOT_A_RANK = new Refusal.Kind(422, "not-a-rank");
    static final Refusal.Kind CAPACITY_UNLIKELY = new Refusal.Kind(422, "capacity-unlikely");
    static final Refusal.Kind EXEMPTION_WITHOUT_END = new Refusal.Kind(422, "exemption-without-end");
    static final Refusal.Kind UNIT_IN_ITSELF = new Refusal.Kind(422, "unit-in-itself");
    static final Refusal.Kind UNIT_HAS_CADRES = new Refusal.Kind(409, "unit-has-cadres");
    static final Refusal.Kind NOT_A_UNIT_KIND = new Refusal.Kind(422, "not-a-unit-kind");
    static final Refusal.Kind PLACE_STILL_WORKED_IN = new Refusal.Kind(409, "place-still-worked-in");

    private StaffRefusal() {}
}
