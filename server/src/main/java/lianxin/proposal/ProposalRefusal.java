package lianxin.proposal;

import lianxin.platform.Refusal;

final class ProposalRefusal {

    static final Refusal.Kind NO_SUCH_RUN = new Refusal.Kind(404, "no-such-proposal");
    static final Refusal.Kind NOTHING_TO_PAIR = new Refusal.Kind(422, "nothing-to-pair");
    static final Refusal.Kind ALREADY_RUNNING = new Refusal.Kind(409, "proposal-under-way");
    static final Refusal.Kind NOT_IN_THIS_STATE = new Refusal.Kind(409, "proposal-not-in-this-state");
    static final Refusal.Kind OUT_OF_DATE = new Refusal.Kind(409, "proposal-out-of-date");
    static final Refusal.Kind UNPROVEN = new Refusal.Kind(409, "proposal-unproven");
    static final Refusal.Kind NOT_ELIGIBLE = new Refusal.Kind(422, "cadre-not-eligible");
    static final Refusal.Kind PINNED = new Refusal.Kind(409, "household-pinned");
    static final Refusal.Kind VILLAGES = new Refusal.Kind(422, "too-many-villages");
    static final Refusal.Kind FULL = new Refusal.Kind(409, "cadre-full");

    private ProposalRefusal() {}
}
