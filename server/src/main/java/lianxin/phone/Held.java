package lianxin.phone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a phone told and nobody could simply believe. Its words lie under lock.
 *
 * @param account who told it
 * @param cadre as which cadre; null for a First Secretary
 * @param doubt code of the reason
 * @param question what the author was asked back; null when he was not
 */
public record Held(
        UUID id,
        UUID account,
        @Nullable UUID cadre,
        long place,
        @Nullable UUID household,
        String kind,
        String doubt,
        Instant seenAt,
        Instant toldAt,
        Instant at,
        State state,
        @Nullable String question) {

    /** What became of it. */
    public enum State {
        WAITING,
        /** Its author was asked something. */
        ASKED,
        KEPT,
        KEPT_FOR_ANOTHER,
        /** Somebody read it and decided that it is nothing to keep. */
        SET_ASIDE
    }

    public boolean open() {
        return state == State.WAITING || state == State.ASKED;
    }
}
