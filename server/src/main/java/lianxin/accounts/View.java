package lianxin.accounts;

import java.util.List;
import lianxin.access.Mandate;
import lianxin.platform.Door;

/**
 * What the holder of a mandate would find.
 *
 * @param doors of the house that open for him
 * @param number that was asked for; empty when none was
 * @param found for each kind of thing whether he sees the one with that number
 */
public record View(Mandate mandate, List<Door> doors, String number, List<Found> found) {

    /** Whether he sees the {@code kind} with that number; false too when there is none. */
    public record Found(String kind, boolean seen) {}
}
