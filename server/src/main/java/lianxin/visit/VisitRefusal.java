package lianxin.visit;

import lianxin.platform.Refusal;

final class VisitRefusal {

    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "visit-unclear");
    static final Refusal.Kind REWRITTEN = new Refusal.Kind(409, "visit-rewritten");
    static final Refusal.Kind NO_SUCH_WORD = new Refusal.Kind(422, "no-such-word");
    static final Refusal.Kind NOT_THAT_LONG = new Refusal.Kind(422, "deferred-too-long");
    static final Refusal.Kind NO_SUCH_PROMISE = new Refusal.Kind(404, "no-such-promise");
    static final Refusal.Kind PROMISE_DONE = new Refusal.Kind(409, "promise-done");
    static final Refusal.Kind NO_SUCH_OCCASION = new Refusal.Kind(404, "no-such-occasion");
    static final Refusal.Kind OCCASION_DAY = new Refusal.Kind(422, "occasion-day");
    static final Refusal.Kind NOT_YOUR_HOUSEHOLD = new Refusal.Kind(404, "not-on-your-round");
    static final Refusal.Kind NO_SUCH_CALENDAR = new Refusal.Kind(404, "no-such-calendar");

    private VisitRefusal() {}
}
