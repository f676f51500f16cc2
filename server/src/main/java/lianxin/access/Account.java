package lianxin.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is when he signs in.
 *
 * @param person the cadre the registry knows him as
 * @param password its hash; null when he signs in by other means only
 * @param passwordUntil a printed first password is good until then, and only for choosing one's own; null: it is his own
 * @param closedAt null while it is open
 */
public record Account(
        UUID id,
        String login,
        String name,
        @Nullable UUID person,
        @Nullable String password,
        @Nullable Instant passwordUntil,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** Whether one may sign in to it. */
    public boolean open() {
        return closedAt == null;
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
