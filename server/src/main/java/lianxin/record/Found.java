package lianxin.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor finds.
 *
 * @param index place in the tree
 * @param read whether somebody looked; otherwise somebody did something
 * @param doer null for the house itself, and for whoever did not show who he is
 * @param subjects how many it concerns
 * @param whole whether it concerns everybody on a ground
 * @param about the first few subjects that are not forgotten
 */
public record Found(
        long index,
        boolean read,
        String what,
        Instant at,
        UUID by,
        @Nullable Account doer,
        long subjects,
        boolean whole,
        List<About> about) {

    /** So many are named. */
    public static final int SHOWN = 3;

    /** Whether whoever did it did not show who he is. */
    public boolean byNobody() {
        return by.equals(Caller.NOBODY);
    }

    /** Somebody it is about: a key or a login where one is known, else the end of the identity. */
    public record About(UUID id, String called) {}
}
