package lianxin.ledger;

import org.jspecify.annotations.Nullable;

/** Something does not fit: a signature, a proof, a file. The words are in the room's bundle under {@code ledger.broken.REASON}. */
public final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Broken(String reason, @Nullable Object... facts) {
        super(Say.it("broken." + reason, facts));
        this.reason = reason;
    }

    /** What does not fit, as a word of the code. */
    public String reason() {
        return reason;
    }
}
