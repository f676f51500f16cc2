package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/** The work of putting households together into {@link Groups}, village by village. */
final class Grouping {

    private static final int OWN = Integer.MAX_VALUE;
    private static final long KNOWN = 0;
    private static final long EXCLUDED = 1L << 32;

    private final Problem p;
    private final Seats seats;
    final Bonus bonus;
    private final BitSet apart;
    private long[] key = new long[64];
    private long[] ends = new long[64];

    int[] member = new int[0];
    int[] villageStart = new int[0];
    int groups;
    int[] village = new int[64];
    int[] kind = new int[64];
    int[] memberStart = new int[65];
    int[] knotStart = new int[65];
    private int knots;
    int[] knotSeat = new int[64];
    int[] knotCheap = new int[64];
    long[] knotBonus = new long[64];
    int[] knotRoom = new int[64];

    Grouping(Problem p, Seats seats, BitSet apart) {
        this.p = p;
        this.seats = seats;
        bonus = new Bonus(p);
        this.apart = apart;
    }

    void all() {
        var home = p.villageOf;
        if (p.pin.length > 0) {
            home = home.clone();
            for (int h = 0; h < p.households; h++) {
                home[h] = p.pin[h] >= 0 ? -1 : home[h];
            }
        }
        var byVillage = Rows.gather(home, p.villages);
        member = byVillage[1];
        villageStart = byVillage[0];
        int from = 0;
        for (int v = 0; v < p.villages; v++) {
            int to = villageStart[v + 1];
            villageStart[v] = groups;
            group(v, from, to);
            from = to;
        }
        villageStart[p.villages] = groups;
    }

    /** One household by itself. */
    void one(int h) {
        groups = 0;
        knots = 0;
        member = new int[] {h};
        tie(0, 1);
        add(p.villageOf[h], p.classOf[h], 1);
    }

    /** Only villages where somebody is newly set apart are looked at. */
    void again(Groups old, int[] newAt) {
        member = old.member.clone();
        villageStart = new int[p.villages + 1];
        for (int v = 0; v < p.villages; v++) {
            int first = old.start(v);
            int last = old.start(v + 1);
            villageStart[v] = groups;
            if (splits(old, first, last)) {
                group(v, old.memberStart[first], old.memberStart[last]);
                for (int g = first; g < last; g++) {
                    newAt[g] = same(old, g, villageStart[v]);
                }
            } else {
                for (int g = first; g < last; g++) {
                    newAt[g] = groups;
                    copy(old, g);
                }
            }
        }
        villageStart[p.villages] = groups;
    }

    private boolean splits(Groups old, int first, int last) {
        for (int g = first; g < last; g++) {
            for (int i = old.memberStart[g]; old.size[g] > 1 && i < old.memberStart[g + 1]; i++) {
                if (apart.get(old.member[i])) {
                    return true;
                }
            }
        }
        return false;
    }

    private int same(Groups old, int g, int from) {
        for (int to = from; to < groups; to++) {
            if (member[memberStart[to]] == old.member[old.memberStart[g]]) {
                return memberStart[to + 1] - memberStart[to] == old.size[g] ? to : -1;
            }
        }
        return -1;
    }

    private void copy(Groups old, int g) {
        for (int k = old.knotStart[g]; k < old.knotStart[g + 1]; k++) {
            knot(old.knotSeat[k], old.knotCheap[k], old.knotBonus[k], old.knotRoom[k]);
        }
        add(old.village[g], old.kind[g], old.memberStart[g + 1]);
    }

    private void group(int v, int from, int to) {
        if (key.length < to - from) {
            key = new long[(to - from) * 2];
        }
        for (int i = from; i < to; i++) {
            key[i - from] = key(member[i]);
        }
        Arrays.sort(key, 0, to - from);
        open(v, from, to);
    }

    /** Class and kind of bonus, then the household; one that stands alone comes after all others. */
    private long key(int h) {
        int variant = apart.get(h) ? Bonus.OWN : bonus.variant(h);
        long front = variant == Bonus.OWN ? OWN : (long) p.classOf[h] * Bonus.OWN + variant;
        return front << 32 | h;
    }

    private void open(int v, int from, int to) {
        for (int i = from; i < to; ) {
            long front = key[i - from] >>> 32;
            int end = i;
            do {
                member[end] = (int) key[end - from];
                end++;
            } while (front != OWN && end < to && key[end - from] >>> 32 == front);
            tie(i, end);
            add(v, p.classOf[member[i]], end);
            i = end;
        }
    }

    /** The knots of one group. */
    private void tie(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            int h = member[i];
            n = end(n, bonus.first(h), KNOWN, i);
            n = p.current.length == 0 ? n : end(n, bonus.second(h), KNOWN, i);
            for (int e = p.excluded.first(h); p.excluded.of(e, h); e++) {
                int c = p.excluded.cadre(e);
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
            knot(seat, cheap, worth, excluded == 0 ? Groups.UNLIMITED : to - from - excluded);
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

    private void add(int v, int k, int membersEnd) {
        if (groups == village.length) {
            village = Arrays.copyOf(village, groups * 2);
            kind = Arrays.copyOf(kind, groups * 2);
            memberStart = Arrays.copyOf(memberStart, groups * 2 + 1);
            knotStart = Arrays.copyOf(knotStart, groups * 2 + 1);
        }
        village[groups] = v;
        kind[groups] = k;
        groups++;
        memberStart[groups] = membersEnd;
        knotStart[groups] = knots;
    }
}
