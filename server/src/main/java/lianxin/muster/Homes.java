package lianxin.muster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The households of a muster, column by column, village by village and by identity. */
final class Homes {

    private final long[] villages;
    private final Map<List<String>, Integer> kinds;
    final UuidColumn ids = new UuidColumn();
    private final IntColumn villageOf = new IntColumn();
    private final IntColumn kindOf = new IntColumn();
    private int[] starts = {};

    /** @param villages codes, in order */
    Homes(long[] villages) {
        this(villages, new LinkedHashMap<>());
    }

    private Homes(long[] villages, Map<List<String>, Integer> kinds) {
        this.villages = villages;
        this.kinds = kinds;
    }

    void add(UUID id, long place, List<String> needs) {
        int v = Arrays.binarySearch(villages, place);
        if (v < 0) {
            throw new IllegalStateException("households in " + place + ", which is no village on that day");
        }
        add(id, v, kinds.computeIfAbsent(needs, _ -> kinds.size()));
    }

    private void add(UUID id, int village, int kind) {
        ids.add(id);
        villageOf.add(village);
        kindOf.add(kind);
    }

    /** All are there. */
    Homes sealed() {
        starts = new int[villages.length + 1];
        for (int h = 0; h < size(); h++) {
            starts[villageOf(h) + 1]++;
        }
        for (int v = 0; v < villages.length; v++) {
            starts[v + 1] += starts[v];
        }
        return this;
    }

    /** Only those that {@code stay}. */
    Homes only(IntPredicate stay) {
        var some = new Homes(villages, kinds);
        for (int h = 0; h < size(); h++) {
            if (stay.test(h)) {
                some.add(ids.get(h), villageOf(h), kindOf(h));
            }
        }
        return some.sealed();
    }

    int size() {
        return ids.size();
    }

    int villageOf(int h) {
        return villageOf.get(h);
    }

    int kindOf(int h) {
        return kindOf.get(h);
    }

    List<List<String>> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** One household of a village, or all of them; none that is not among these. */
    IntStream of(long place, @Nullable UUID household) {
        int v = Arrays.binarySearch(villages, place);
        if (household != null) {
            return IntStream.of(find(place, household)).filter(h -> h >= 0);
        }
        return v < 0 ? IntStream.empty() : IntStream.range(starts[v], starts[v + 1]);
    }

    /** Which one it is; -1 if it is none of them. */
    int find(long place, UUID id) {
        int v = Arrays.binarySearch(villages, place);
        return v < 0 ? -1 : ids.find(starts[v], starts[v + 1], id);
    }
}
