package lianxin.cases;

import lianxin.platform.Refusal;

final class CaseRefusal {

    static final Refusal.Kind NO_SUCH_CASE = new Refusal.Kind(404, "no-such-case");
    static final Refusal.Kind UNCLEAR = new Refusal.Kind(422, "case-unclear");
    static final Refusal.Kind NOT_FROM_HERE = new Refusal.Kind(409, "case-not-from-here");
    static final Refusal.Kind MOVED = new Refusal.Kind(409, "case-moved");
    static final Refusal.Kind NOT_YOUR_DESK = new Refusal.Kind(403, "not-your-desk");
    static final Refusal.Kind NO_SUCH_DESK = new Refusal.Kind(422, "no-such-desk");
    static final Refusal.Kind NO_SUCH_ROUTE = new Refusal.Kind(404, "no-such-route");
    static final Refusal.Kind ROUTE_IN_THE_PAST = new Refusal.Kind(422, "route-in-the-past");
    static final Refusal.Kind NOT_YOUR_FILE = new Refusal.Kind(403, "not-your-file");
    static final Refusal.Kind PETITION = new Refusal.Kind(409, "petition-is-handed-over");
    static final Refusal.Kind NO_DISPUTE = new Refusal.Kind(409, "case-no-dispute");
    static final Refusal.Kind ONCE = new Refusal.Kind(409, "extended-once");
    static final Refusal.Kind TOO_LATE = new Refusal.Kind(409, "case-too-old");
    static final Refusal.Kind NOT_THE_HOUSEHOLD = new Refusal.Kind(403, "not-the-household");
    static final Refusal.Kind NOT_YOUR_CALL = new Refusal.Kind(403, "not-your-call");
    static final Refusal.Kind NO_INTERVIEWER = new Refusal.Kind(422, "no-interviewer");
    static final Refusal.Kind TOO_MANY_OPEN = new Refusal.Kind(429, "too-many-cases");

    private CaseRefusal() {}
}
