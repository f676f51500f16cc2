package lianxin.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question to one household about one reply. */
record Ask(
        UUID id,
        UUID issue,
        UUID household,
        long place,
        String reference,
        State state,
        int tries,
        Instant madeAt,
        @Nullable Instant sentAt) {

    /** Whether it may be answered: one that was handed over and not yet marked as such when the house was killed may. */
    boolean open() {
        return state == State.WAITING || state == State.SENT;
    }

    /** What became of it. */
    enum State {
        WAITING,
        SENT,
        ANSWERED,
        /** There was nothing to ask any more, or nobody may be asked. */
        DROPPED,
        /** It could not be handed over. */
        FAILED
    }
}
