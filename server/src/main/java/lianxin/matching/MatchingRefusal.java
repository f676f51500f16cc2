package lianxin.matching;

import lianxin.platform.Refusal;

final class MatchingRefusal {

    static final Refusal.Kind NO_SUCH_RUN = new Refusal.Kind(404, "no-such-matching");
    static final Refusal.Kind NOTHING_TO_MATCH = new Refusal.Kind(422, "nothing-to-match");
    static final Refusal.Kind ALREADY_RUNNING = new Refusal.Kind(409, "matching-under-way");
    static final Refusal.Kind NOT_IN_THIS_STATE = new Refusal.Kind(409, "matching-not-in-this-state");
    static final Refusal.Kind OUT_OF_DATE = new Refusal.Kind(409, "matching-out-of-date");
    static final Refusal.Kind TOO_NARROW = new Refusal.Kind(409, "matching-too-narrow");
    static final Refusal.Kind RELIED_UPON = new Refusal.Kind(409, "matching-relied-upon");
    static final Refusal.Kind NOT_IN_PARTS = new Refusal.Kind(409, "matching-not-in-parts");
    static final Refusal.Kind NO_SOURCE = new Refusal.Kind(422, "matching-without-source");
    static final Refusal.Kind NO_REASON = new Refusal.Kind(422, "matching-without-reason");
    static final Refusal.Kind NOT_A_VILLAGE = new Refusal.Kind(422, "matching-not-a-village");
    static final Refusal.Kind OUT_OF_REACH = new Refusal.Kind(422, "unit-out-of-reach");

    private MatchingRefusal() {}
}
