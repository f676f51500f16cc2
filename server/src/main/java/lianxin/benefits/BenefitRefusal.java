package lianxin.benefits;

import lianxin.platform.Refusal;

final class BenefitRefusal {

    static final Refusal.Kind NO_SUCH_BENEFIT = new Refusal.Kind(404, "no-such-benefit");
    static final Refusal.Kind NO_SHEET = new Refusal.Kind(422, "benefits-no-sheet");
    static final Refusal.Kind NOT_NOW = new Refusal.Kind(409, "benefits-not-now");
    static final Refusal.Kind FOR_HOUSEHOLDS = new Refusal.Kind(403, "benefit-for-households");
    static final Refusal.Kind SAID = new Refusal.Kind(409, "benefit-said");

    private BenefitRefusal() {}
}
