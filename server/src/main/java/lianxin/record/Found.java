package lianxin.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an auditor finds.
 *
 * @param index place in the tree
 * @param read whether somebody looked; otherwise somebody did something
 * @param name of the doer's account; empty when there is none such any more
 * @param subjects how many it concerns
 * @param ground whether it concerns everybody on a ground
 * @param about the first few subjects that are not forgotten
 */
public record Found(
        long index,
        boolean read,
        String what,
        Instant at,
        String name,
        long subjects,
        boolean ground,
        List<UUID> about) {

    /** So many are named. */
    static final int SHOWN = 3;
}
