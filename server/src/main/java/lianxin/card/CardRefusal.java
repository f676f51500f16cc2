package lianxin.card;

import lianxin.platform.Refusal;

final class CardRefusal {

    static final Refusal.Kind NO_CONTACT = new Refusal.Kind(409, "card-without-contact");
    static final Refusal.Kind NO_SUCH_CARD = new Refusal.Kind(404, "no-such-card");
    static final Refusal.Kind NOT_A_VILLAGE = new Refusal.Kind(422, "card-village-only");

    private CardRefusal() {}
}
