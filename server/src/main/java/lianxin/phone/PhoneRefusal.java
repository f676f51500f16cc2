package lianxin.phone;

import lianxin.platform.Refusal;

final class PhoneRefusal {

    static final Refusal.Kind ITEM_UNCLEAR = new Refusal.Kind(422, "item-unclear");
    static final Refusal.Kind ITEM_REWRITTEN = new Refusal.Kind(409, "item-rewritten");
    static final Refusal.Kind TOO_MANY_ITEMS = new Refusal.Kind(413, "too-many-items");
    static final Refusal.Kind NO_ROUND = new Refusal.Kind(403, "no-round");
    static final Refusal.Kind CLOCK_BEHIND = new Refusal.Kind(503, "clock-behind");
    static final Refusal.Kind NO_SUCH_ITEM = new Refusal.Kind(404, "no-such-item");
    static final Refusal.Kind ITEM_DECIDED = new Refusal.Kind(409, "item-decided");
    static final Refusal.Kind NO_QUESTION = new Refusal.Kind(422, "no-question");

    private PhoneRefusal() {}
}
