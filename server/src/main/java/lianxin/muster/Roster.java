package lianxin.muster;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.matcher.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Everything a search knows, as it stood on one day: numbers for the matcher, and whose numbers they are. Never changed once read.
 *
 * @param villages by code; the matcher's village v is the v-th
 * @param units the matcher's units
 * @param posts the matcher's cadres
 * @param kinds the matcher's need classes: the sets of needs that occur
 * @param households the matcher's households, village by village and by identity
 * @param previous who holds each household now: a post, a stranger ({@code posts.size() + i}), or -1
 * @param strangers contacts of today who may take no part: they left, are exempt, or their unit no longer serves here
 * @param served the villages each unit serves
 * @param excluded pairs that must not be, {@code household << 32 | cadre}, in order
 * @param unplaced villages without a position of their own
 */
public record Roster(
        Policy policy,
        Problem problem,
        List<Spot> villages,
        List<UUID> units,
        List<Post> posts,
        List<List<String>> kinds,
        UuidColumn households,
        int[] previous,
        List<UUID> strangers,
        int[][] served,
        long[] excluded,
        int unplaced) {

    /** A village: its identity, its code, and metres east and north of the middle of the ground. */
    public record Spot(UUID id, long place, int x, int y) {}

    /** Whoever holds household {@code h} today. */
    public @Nullable UUID holder(int h) {
        int who = previous[h];
        return who < 0 ? null : who < posts.size() ? posts.get(who).cadre() : strangers.get(who - posts.size());
    }

    /** Who holds each household today, as the matcher counts cadres; -1 for nobody and for strangers. */
    public int[] current() {
        var current = previous.clone();
        for (int h = 0; h < current.length; h++) {
            current[h] = current[h] < posts.size() ? current[h] : -1;
        }
        return current;
    }

    /** The household as the criteria see it. */
    public Home home(int h) {
        var village = villages.get(problem.villageOf(h));
        int last = problem.lastOf(h);
        return new Home(
                village.x(),
                village.y(),
                kinds.get(problem.needClassOf(h)),
                last < 0 ? null : posts.get(last).cadre());
    }

    /** Where the village's households begin; those of village v stand from {@code starts[v]} to {@code starts[v + 1]}. */
    public int[] starts() {
        var starts = new int[villages.size() + 1];
        for (int h = 0; h < households.size(); h++) {
            starts[problem.villageOf(h) + 1]++;
        }
        for (int v = 0; v < villages.size(); v++) {
            starts[v + 1] += starts[v];
        }
        return starts;
    }

    /** How many villages stand before the code. */
    public int before(long place) {
        int lo = 0;
        int hi = villages.size();
        while (lo < hi) {
            int middle = (lo + hi) >>> 1;
            if (villages.get(middle).place() < place) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }

    /** The numbers of these households. */
    public BitSet numbers(Set<UUID> some) {
        var numbers = new BitSet();
        for (int h = 0; h < households.size() && !some.isEmpty(); h++) {
            if (some.contains(households.get(h))) {
                numbers.set(h);
            }
        }
        return numbers;
    }

    /** The post of each cadre. */
    public Map<UUID, Integer> postOf() {
        var postOf = new HashMap<UUID, Integer>();
        posts.forEach(post -> postOf.put(post.cadre(), postOf.size()));
        return postOf;
    }
}
