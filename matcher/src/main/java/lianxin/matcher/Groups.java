package lianxin.matcher;

import java.util.Arrays;

/**
 * Households that may stand for one another: same village, same need class.
 *
 * <p>What sets two of them apart is who they know. A family that keeps its contact is spared the change price: a
 * <em>bonus</em> at one seat. So a group has <em>knots</em>: a seat where the first so many households of the group pay a bonus less,
 * and where no more than so many may go. A household with exclusions, or with two bonuses, is a group by itself.
 */
final class Groups {

    static final int NO_KNOT = -1;

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

    Groups(Problem p, Seats seats) {
        var sorting = new Sorting(p, seats);
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

        private final Problem p;
        private final Seats seats;
        private final Bonus bonus;
        private final int[] member;
        private final int[] villageStart;
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

        Sorting(Problem p, Seats seats) {
            this.p = p;
            this.seats = seats;
            bonus = new Bonus(p);
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

        /** Class and kind of bonus, then the household; one with exclusions comes after all others, by itself. */
        private long key(int h) {
            int variant = bonus.variant(h);
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
                tie(i, end, front == OWN);
                groups++;
                memberStart[groups] = end;
                knotStart[groups] = knots;
                i = end;
            }
        }

        /** The knots of one group. */
        private void tie(int from, int to, boolean own) {
            var ends = new long[own ? 2 + bonus.exclusions(member[from]) : to - from];
            int n = 0;
            for (int i = from; i < to; i++) {
                int h = member[i];
                int first = bonus.first(h);
                if (first >= 0) {
                    ends[n++] = (long) seats.seatOf[first] << 32 | i;
                }
                int second = bonus.second(h);
                if (second >= 0) {
                    ends[n++] = (long) seats.seatOf[second] << 32 | i;
                }
                for (int e = 0; own && e < bonus.exclusions(h); e++) {
                    int c = bonus.exclusion(h, e);
                    if (p.serves(c, p.villageOf[h])) {
                        ends[n++] = (long) seats.seatOf[c] << 32 | i;
                    }
                }
            }
            Arrays.sort(ends, 0, n);
            for (int i = 0; i < n; ) {
                int seat = (int) (ends[i] >>> 32);
                int end = i;
                while (end < n && (int) (ends[end] >>> 32) == seat) {
                    end++;
                }
                int h = member[(int) ends[i]];
                int c = seats.cadreAt[seat];
                boolean excluded = own && p.isExcluded(h, c);
                knot(seat, excluded ? 0 : end - i, excluded ? 0 : bonus.at(h, c), excluded ? 0 : Integer.MAX_VALUE);
                i = end;
            }
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
