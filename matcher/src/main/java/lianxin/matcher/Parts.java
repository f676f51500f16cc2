package lianxin.matcher;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What of a problem has nothing to do with the rest: no unit of one part serves a village of another, and nobody is pinned across. Each is a
 * problem of its own.
 */
final class Parts {

    /** Smaller problems are solved sooner than taken apart. */
    private static final int SMALL = 20_000;

    private final Problem p;
    private final Villages served;
    final int count;
    final Members villages;
    final Members units;
    final Members cadres;
    final Members households;

    Parts(Problem p) {
        this.p = p;
        served = new Villages(p);
        var number = numbers(p);
        count = Arrays.stream(number).max().orElse(-1) + 1;
        units = new Members(Arrays.copyOf(number, p.units), count);
        villages = new Members(Arrays.copyOfRange(number, p.units, number.length), count);
        cadres = new Members(Arrays.stream(p.unitOf).map(u -> number[u]).toArray(), count);
        households = new Members(
                Arrays.stream(p.villageOf).map(v -> number[p.units + v]).toArray(), count);
    }

    /** Whether taking the problem apart saves more than it costs. */
    static boolean worthIt(Problem p) {
        if (p.households < SMALL) {
            return false;
        }
        int count = Arrays.stream(numbers(p)).max().orElse(-1) + 1;
        return count > 1 && (long) count * p.classes * (p.profiles + 1) <= p.households;
    }

    /** The part of each unit, then of each village. */
    private static int[] numbers(Problem p) {
        var union = united(p);
        var number = new int[p.units + p.villages];
        int parts = 0;
        for (int i = 0; i < number.length; i++) {
            int root = union.root(i); // the smallest of its own
            number[i] = root == i ? parts++ : number[root];
        }
        return number;
    }

    private static Union united(Problem p) {
        var union = new Union(p.units + p.villages);
        for (int v = 0; v < p.villages; v++) {
            for (int i = p.villageUnitStart[v]; i < p.villageUnitStart[v + 1]; i++) {
                union.unite(p.villageUnit[i], p.units + v);
            }
        }
        for (int h = 0; h < p.pin.length; h++) {
            if (p.pin[h] >= 0) {
                union.unite(p.unitOf[p.pin[h]], p.units + p.villageOf[h]);
            }
        }
        return union;
    }

    /** Who is in which part, and as what number there. */
    static final class Members {

        final int[] partOf;
        final int[] at;
        private final int[] start;
        private final int[] member;

        Members(int[] partOf, int parts) {
            this.partOf = partOf;
            var rows = Rows.gather(partOf, parts);
            start = rows[0];
            member = rows[1];
            at = new int[partOf.length];
            for (int i = 0; i < member.length; i++) {
                at[member[i]] = i - start[partOf[member[i]]];
            }
        }

        int size(int part) {
            return start[part + 1] - start[part];
        }

        /** The number in the whole of the {@code i}-th of the part. */
        int whole(int part, int i) {
            return member[start[part] + i];
        }

        /** The numbers in the whole of these of the part, ascending as they are. */
        int[] whole(int part, int[] some) {
            return Arrays.stream(some).map(i -> whole(part, i)).toArray();
        }

        /** The number within the part, or -1 for nobody or who belongs elsewhere. */
        int here(int part, int one) {
            return one >= 0 && partOf[one] == part ? at[one] : -1;
        }
    }

    /** The part as a problem. Who knew somebody elsewhere has a new face whatever happens, and here knows nobody. */
    Problem problem(int part) {
        var b = new ProblemBuilder(
                villages.size(part), p.classes, p.profiles, units.size(part), cadres.size(part), households.size(part));
        for (int k = 0; k < p.classes; k++) {
            b.needClass(k, p.weight[k], p.changePrice[k]);
            for (int i = 0; i < p.profiles; i++) {
                b.skillPenalty(k, i, p.skill[k * p.profiles + i]);
            }
        }
        for (int i = 0; i < villages.size(part); i++) {
            int v = villages.whole(part, i);
            b.village(i, p.villageX[v], p.villageY[v]);
        }
        for (int i = 0; i < units.size(part); i++) {
            int u = units.whole(part, i);
            b.unit(
                    i,
                    IntStream.range(served.start[u], served.start[u + 1])
                            .map(j -> villages.at[served.village[j]])
                            .toArray());
        }
        for (int i = 0; i < cadres.size(part); i++) {
            cadre(b, i, cadres.whole(part, i));
        }
        for (int i = 0; i < households.size(part); i++) {
            household(b, part, i, households.whole(part, i));
        }
        return b.build();
    }

    private void cadre(ProblemBuilder b, int i, int c) {
        b.cadre(
                i,
                units.at[p.unitOf[c]],
                p.profileOf[c],
                p.cadreX[c],
                p.cadreY[c],
                p.lower[c],
                p.target[c],
                p.upper[c],
                p.overload[c]);
    }

    private void household(ProblemBuilder b, int part, int i, int h) {
        b.household(i, villages.at[p.villageOf[h]], p.classOf[h], cadres.here(part, p.last[h]));
        for (int e = p.excluded.first(h); p.excluded.of(e, h); e++) {
            int c = cadres.here(part, p.excluded.cadre(e));
            if (c >= 0) {
                b.exclude(i, c);
            }
        }
        if (p.pinOf(h) >= 0) {
            b.pin(i, cadres.at[p.pinOf(h)]);
        }
    }
}
