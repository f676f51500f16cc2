package lianxin.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a family asked about its data.
 *
 * @param dueOn the last day for an answer
 * @param reason why it was refused; null otherwise
 */
public record Request(
        UUID id,
        UUID household,
        long place,
        Wish kind,
        Asker asker,
        Channel channel,
        LocalDate receivedOn,
        LocalDate dueOn,
        State state,
        @Nullable Instant handledAt,
        @Nullable String reason) {

    public enum State {
        OPEN,
        GRANTED,
        REFUSED
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it should have been answered. */
    public boolean late(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }
}
