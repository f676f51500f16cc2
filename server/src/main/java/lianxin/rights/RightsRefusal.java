package lianxin.rights;

import lianxin.platform.Refusal;

final class RightsRefusal {

    static final Refusal.Kind NO_SUCH_REQUEST = new Refusal.Kind(404, "no-such-request");
    static final Refusal.Kind ALREADY_ASKED = new Refusal.Kind(409, "already-asked");
    static final Refusal.Kind NOT_THAT_DAY = new Refusal.Kind(422, "request-day");
    static final Refusal.Kind ANSWERED = new Refusal.Kind(409, "request-answered");
    static final Refusal.Kind NO_REASON = new Refusal.Kind(422, "refusal-without-reason");
    static final Refusal.Kind STILL_SERVED = new Refusal.Kind(409, "household-still-served");
    static final Refusal.Kind ON_HOLD = new Refusal.Kind(409, "household-on-hold");
    static final Refusal.Kind NO_SOURCE = new Refusal.Kind(422, "hold-without-source");

    private RightsRefusal() {}
}
