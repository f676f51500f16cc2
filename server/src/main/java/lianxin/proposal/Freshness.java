package lianxin.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lianxin.muster.Roster;

/**
 * What has changed in the world since a run, as far as it matters, and the proposed choice in the world as it is now.
 *
 * <p>A household that ended or moved away, a cadre who left or is now exempt or excluded, a contact that was changed or
 * pinned to somebody else meanwhile: the village
 * is out of date. A household that came meanwhile is not: it has no contact before and none after, and waits for a repair.
 */
final class Freshness {

    private final Roster now;
    private final Map<UUID, Integer> postOf;
    private final int[] starts;

    /** The cadre of each household of {@link #now}; -1 where the run says nothing. */
    final int[] chosen;

    int gone;
    int left;
    int changed;
    /** Codes of the villages that cannot be adopted as proposed. */
    final List<Long> stale = new ArrayList<>();

    Freshness(Roster now) {
        this.now = now;
        postOf = now.postOf();
        starts = now.starts();
        chosen = new int[now.households().size()];
        Arrays.fill(chosen, -1);
    }

    /** Holds a proposed village against the world. */
    void compare(Proposed village) {
        int before = gone + left + changed;
        int v = now.before(village.place());
        boolean exists = v < now.villages().size() && now.villages().get(v).place() == village.place();
        int from = exists ? starts[v] : 0;
        int to = exists ? starts[v + 1] : 0;
        for (int i = 0; i < village.households().length; i++) {
            int h = now.households().find(from, to, village.households()[i]);
            if (h < 0) {
                gone++;
                continue;
            }
            int c = postOf.getOrDefault(village.cadres()[i], -1);
            int pin = now.problem().pinOf(h);
            if (c < 0 || now.problem().isExcluded(h, c)) {
                left++;
            } else if (!Objects.equals(now.holder(h), village.previous()[i]) || pin >= 0 && pin != c) {
                changed++;
            }
            chosen[h] = c;
        }
        if (gone + left + changed > before) {
            stale.add(village.place());
            Arrays.fill(chosen, from, to, -1);
        }
    }

    /** Households of whom the run says nothing. */
    long appeared() {
        return Arrays.stream(chosen).filter(c -> c < 0).count();
    }
}
