package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Households that may stand for one another: same village, same need class.
 *
 * <p>What sets two of them apart is who they know. A family that keeps its contact is spared the change price: a
 * <em>bonus</em> at one seat. So a group has <em>knots</em>: a seat where the first so many households of the group pay a bonus less,
 * and where no more than so many may go, since others exclude it. A household with two bonuses is a group by itself, and so is one
 * that had to be set apart because in its group the exclusions clash.
 */
final class Groups {

    static final int NO_KNOT = -1;
    static final int UNLIMITED = Integer.MAX_VALUE;

    final Bonus bonus;
    final int count;
    final int[] village;
    final int[] kind;
    /** Households of group g: {@code member[memberStart[g] .. memberStart[g + 1])}, ascending. */
    final int[] memberStart;

    final int[] member;
    /** The groups of village v are {@code villageStart[v] .. villageStart[v + 1]}. */
    final int[] villageStart;

    /** The knots of group g, by ascending seat: {@code knotStart[g] .. knotStart[g + 1]}. */
    final int[] knotStart;

    final int[] knotSeat;
    final int[] knotGroup;
    /** So many households of the group pay the bonus less at this seat. */
    final int[] knotCheap;

    final long[] knotBonus;
    /** So many households of the group may go to this seat at all. */
    final int[] knotRoom;

    /** The knots at seat s: {@code seatKnot[seatKnotStart[s] .. seatKnotStart[s + 1])}. */
    final int[] seatKnotStart;

    final int[] seatKnot;

    Groups(Problem p, Seats seats, BitSet apart) {
        var sorting = new Sorting(p, seats, new Bonus(p), apart);
        bonus = sorting.bonus;
        sorting.run();
        count = sorting.groups;
        village = Arrays.copyOf(sorting.village, count);
        kind = Arrays.copyOf(sorting.kind, count);
        memberStart = Arrays.copyOf(sorting.memberStart, count + 1);
        member = sorting.member;
        villageStart = sorting.villageStart;
        knotStart = Arrays.copyOf(sorting.knotStart, count + 1);
        int knots = knotStart[count];
        knotSeat = Arrays.copyOf(sorting.knotSeat, knots);
        knotCheap = Arrays.copyOf(sorting.knotCheap, knots);
        knotBonus = Arrays.copyOf(sorting.knotBonus, knots);
        knotRoom = Arrays.copyOf(sorting.knotRoom, knots);
        knotGroup = new int[knots];
        for (int g = 0; g < count; g++) {
            Arrays.fill(knotGroup, knotStart[g], knotStart[g + 1], g);
        }
        var bySeat = Rows.gather(knotSeat, seats.count);
        seatKnotStart = bySeat[0];
        seatKnot = bySeat[1];
    }

    /** The same groups with one household in so many, to be solved for prices only: nobody is named from it. */
    Groups sample(int oneIn) {
        return new Groups(this, oneIn);
    }

    private Groups(Groups g, int oneIn) {
        bonus = g.bonus;
        count = g.count;
        village = g.village;
        kind = g.kind;
        var sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = g.size(i);
        }
        var shares = Share.of(sizes, oneIn);
        memberStart = new int[count + 1];
        for (int i = 0; i < count; i++) {
            memberStart[i + 1] = memberStart[i] + shares[i];
        }
        member = new int[0];
        villageStart = g.villageStart;
        knotStart = g.knotStart;
        knotSeat = g.knotSeat;
        knotGroup = g.knotGroup;
        knotCheap = Share.of(g.knotCheap, oneIn);
        knotBonus = g.knotBonus;
        knotRoom = new int[knotSeat.length];
        for (int k = 0; k < knotRoom.length; k++) {
            knotRoom[k] = g.knotRoom[k] == 0 ? 0 : UNLIMITED;
        }
        seatKnotStart = g.seatKnotStart;
        seatKnot = g.seatKnot;
    }

    /** Whether the group has several households and some of them exclude somebody. */
    boolean mixed(int group) {
        if (size(group) > 1) {
            for (int k = knotStart[group]; k < knotStart[group + 1]; k++) {
                if (knotRoom[k] != UNLIMITED) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Marks the households of the group that exclude somebody. */
    void setApart(int group, BitSet apart) {
        for (int i = memberStart[group]; i < memberStart[group + 1]; i++) {
            if (bonus.excludesHere(member[i])) {
                apart.set(member[i]);
            }
        }
    }

    /** For each group of the coarser ones the group here with the same households, or -1. */
    int[] sameAs(Groups coarser) {
        var groupOf = new int[bonus.households()];
        for (int g = 0; g < count; g++) {
            for (int i = memberStart[g]; i < memberStart[g + 1]; i++) {
                groupOf[member[i]] = g;
            }
        }
        var same = new int[coarser.count];
        for (int g = 0; g < coarser.count; g++) {
            int to = groupOf[coarser.member[coarser.memberStart[g]]];
            same[g] = size(to) == coarser.size(g) ? to : -1;
        }
        return same;
    }

    int households() {
        return memberStart[count];
    }

    int size(int group) {
        return memberStart[group + 1] - memberStart[group];
    }

    /** The knot between the two, or {@link #NO_KNOT}. */
    int knot(int group, int seat) {
        int k = Arrays.binarySearch(knotSeat, knotStart[group], knotStart[group + 1], seat);
        return k >= 0 ? k : NO_KNOT;
    }

    /** The work of putting households together. */
    private static final class Sorting {

        private static final int OWN = Integer.MAX_VALUE;
        private static final long KNOWN = 0;
        private static final long EXCLUDED = 1L << 32;

        private final Problem p;
        private final Seats seats;
        private final Bonus bonus;
        private final BitSet apart;
        private final int[] member;
        private final int[] villageStart;
        private long[] ends = new long[64];
        private int groups;
        private int[] village = new int[64];
        private int[] kind = new int[64];
        private int[] memberStart = new int[65];
        private int[] knotStart = new int[65];
        private int knots;
        private int[] knotSeat = new int[64];
        private int[] knotCheap = new int[64];
        private long[] knotBonus = new long[64];
        private int[] knotRoom = new int[64];

        Sorting(Problem p, Seats seats, Bonus bonus, BitSet apart) {
            this.p = p;
            this.seats = seats;
            this.bonus = bonus;
            this.apart = apart;
            var free = new int[p.households];
            for (int h = 0; h < p.households; h++) {
                free[h] = p.pinOf(h) >= 0 ? -1 : p.villageOf[h];
            }
            var byVillage = Rows.gather(free, p.villages);
            member = byVillage[1];
            villageStart = byVillage[0];
        }

        void run() {
            var starts = villageStart.clone();
            long[] key = new long[0];
            for (int v = 0; v < p.villages; v++) {
                int from = starts[v];
                int to = starts[v + 1];
                if (key.length < to - from) {
                    key = new long[(to - from) * 2];
                }
                for (int i = from; i < to; i++) {
                    key[i - from] = key(member[i]);
                }
                Arrays.sort(key, 0, to - from);
                villageStart[v] = groups;
                open(v, from, to, key);
            }
            villageStart[p.villages] = groups;
        }

        /** Class and kind of bonus, then the household; one that stands alone comes after all others. */
        private long key(int h) {
            int variant = apart.get(h) ? Bonus.OWN : bonus.variant(h);
            long front = variant == Bonus.OWN ? OWN : (long) p.classOf[h] * Bonus.OWN + variant;
            return front << 32 | h;
        }

        private void open(int v, int from, int to, long[] key) {
            for (int i = from; i < to; ) {
                long front = key[i - from] >>> 32;
                int end = i;
                do {
                    member[end] = (int) key[end - from];
                    end++;
                } while (front != OWN && end < to && key[end - from] >>> 32 == front);
                grow();
                village[groups] = v;
                kind[groups] = p.classOf[member[i]];
                tie(i, end);
                groups++;
                memberStart[groups] = end;
                knotStart[groups] = knots;
                i = end;
            }
        }

        /** The knots of one group. */
        private void tie(int from, int to) {
            int n = 0;
            for (int i = from; i < to; i++) {
                int h = member[i];
                n = end(n, bonus.first(h), KNOWN, i);
                n = end(n, bonus.second(h), KNOWN, i);
                for (int e = 0; e < bonus.exclusions(h); e++) {
                    int c = bonus.exclusion(h, e);
                    n = end(n, p.serves(c, p.villageOf[h]) ? c : -1, EXCLUDED, i);
                }
            }
            Arrays.sort(ends, 0, n);
            for (int i = 0; i < n; ) {
                int seat = (int) (ends[i] >>> 33);
                int cheap = 0;
                int excluded = 0;
                int known = -1;
                for (; i < n && (int) (ends[i] >>> 33) == seat; i++) {
                    if ((ends[i] & EXCLUDED) != 0) {
                        excluded++;
                    } else {
                        cheap++;
                        known = member[(int) ends[i]];
                    }
                }
                long worth = known < 0 ? 0 : bonus.at(known, seats.cadreAt[seat]);
                knot(seat, cheap, worth, excluded == 0 ? UNLIMITED : to - from - excluded);
            }
        }

        private int end(int n, int cadre, long mark, int i) {
            if (cadre < 0) {
                return n;
            }
            if (n == ends.length) {
                ends = Arrays.copyOf(ends, n * 2);
            }
            ends[n] = (long) seats.seatOf[cadre] << 33 | mark | i;
            return n + 1;
        }

        private void knot(int seat, int cheap, long worth, int room) {
            if (knots == knotSeat.length) {
                knotSeat = Arrays.copyOf(knotSeat, knots * 2);
                knotCheap = Arrays.copyOf(knotCheap, knots * 2);
                knotBonus = Arrays.copyOf(knotBonus, knots * 2);
                knotRoom = Arrays.copyOf(knotRoom, knots * 2);
            }
            knotSeat[knots] = seat;
            knotCheap[knots] = cheap;
            knotBonus[knots] = worth;
            knotRoom[knots] = room;
            knots++;
        }

        private void grow() {
            if (groups == village.length) {
                village = Arrays.copyOf(village, groups * 2);
                kind = Arrays.copyOf(kind, groups * 2);
                memberStart = Arrays.copyOf(memberStart, groups * 2 + 1);
                knotStart = Arrays.copyOf(knotStart, groups * 2 + 1);
            }
        }
    }
}
