package lianxin.desk;

import lianxin.platform.Refusal;

/** Why a file as a whole cannot be used. What is wrong with single cells is in {@link Faults}. */
final class DeskRefusal {

    static final Refusal.Kind NO_SUCH_FILE = new Refusal.Kind(422, "desk-no-such-file");
    static final Refusal.Kind RULES_UNREADABLE = new Refusal.Kind(422, "desk-rules-unreadable");
    static final Refusal.Kind PRICES_TOO_LARGE = new Refusal.Kind(422, "desk-prices-too-large");
    static final Refusal.Kind NO_PROOF = new Refusal.Kind(422, "desk-no-proof");
    static final Refusal.Kind PROOF_OF_ANOTHER = new Refusal.Kind(422, "desk-proof-of-another");
    static final Refusal.Kind NO_SUCH_HOUSEHOLD = new Refusal.Kind(422, "desk-no-such-household");

    private DeskRefusal() {}
}
