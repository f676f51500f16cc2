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
    int count;
    final int[] village;
    final int[] kind;
    /** How many households the group has: {@code member[memberStart[g] .. memberStart[g] + size[g])}, ascending at first. */
    final int[] size;

    final int[] memberStart;
    int[] member;
    /** The groups of village v are {@code villageStart[v] .. villageStart[v + 1]}, and those that came later. */
    private final int[] villageStart;

    /** The first that came later, and the next of each; -1 for none. */
    private final int[] laterFirst;

    private final int[] laterNext;
    private final int laterFrom;

    /** The knots of group g, by ascending seat: {@code knotStart[g] .. knotStart[g + 1]}. */
    final int[] knotStart;

    int[] knotSeat;
    int[] knotGroup;
    /** So many households of the group pay the bonus less at this seat. */
    int[] knotCheap;

    long[] knotBonus;
    /** So many households of the group may go to this seat at all. */
    int[] knotRoom;

    /** The knots at seat s, without later groups: {@code seatKnot[seatKnotStart[s] .. seatKnotStart[s + 1])}. */
    final int[] seatKnotStart;

    final int[] seatKnot;

    /** All households that are not pinned, put together as far as it goes. */
    static Groups of(Problem p, Seats seats) {
        return of(p, seats, new BitSet(), 0);
    }

    /** The same with these households by themselves, and room for so many groups to come later. */
    static Groups of(Problem p, Seats seats, BitSet apart, int later) {
        var grouping = new Grouping(p, seats, apart);
        grouping.all();
        return new Groups(grouping, seats, later);
    }

    /** The same groups, but each of these households by itself; {@code newAt} learns where each old group is now, or -1. */
    Groups setting(BitSet apart, Problem p, Seats seats, int[] newAt) {
        var grouping = new Grouping(p, seats, apart);
        grouping.again(this, newAt);
        return new Groups(grouping, seats, 0);
    }

    private Groups(Grouping grouping, Seats seats, int later) {
        bonus = grouping.bonus;
        count = grouping.groups;
        laterFrom = count;
        int capacity = count + later;
        village = Arrays.copyOf(grouping.village, capacity);
        kind = Arrays.copyOf(grouping.kind, capacity);
        memberStart = Arrays.copyOf(grouping.memberStart, capacity + 1);
        size = new int[capacity];
        for (int g = 0; g < count; g++) {
            size[g] = memberStart[g + 1] - memberStart[g];
        }
        member = grouping.member;
        villageStart = grouping.villageStart;
        laterFirst = new int[later == 0 ? 0 : villageStart.length - 1];
        laterNext = new int[later];
        Arrays.fill(laterFirst, -1);
        knotStart = Arrays.copyOf(grouping.knotStart, capacity + 1);
        int knots = knotStart[count];
        knotSeat = Arrays.copyOf(grouping.knotSeat, knots);
        knotCheap = Arrays.copyOf(grouping.knotCheap, knots);
        knotBonus = Arrays.copyOf(grouping.knotBonus, knots);
        knotRoom = Arrays.copyOf(grouping.knotRoom, knots);
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
        size = Share.of(g.size, oneIn);
        memberStart = new int[0];
        member = new int[0];
        villageStart = g.villageStart;
        laterFirst = new int[0];
        laterNext = new int[0];
        laterFrom = count;
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
        if (size[group] > 1) {
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
        for (int i = memberStart[group]; i < memberStart[group] + size[group]; i++) {
            if (bonus.excludesHere(member[i])) {
                apart.set(member[i]);
            }
        }
    }

    int capacity() {
        return village.length;
    }

    int start(int v) {
        return villageStart[v];
    }

    /** The first group of the village, or -1. */
    int first(int v) {
        return villageStart[v] < villageStart[v + 1] ? villageStart[v] : firstLater(v);
    }

    /** The next group of the same village, or -1. */
    int next(int group) {
        if (group >= laterFrom) {
            return laterNext[group - laterFrom];
        }
        int v = village[group];
        return group + 1 < villageStart[v + 1] ? group + 1 : firstLater(v);
    }

    /** The first group of the village that came later, or -1. */
    int firstLater(int v) {
        return mayGrow() ? laterFirst[v] : -1;
    }

    /** Whether there is room for groups that come later. */
    boolean mayGrow() {
        return laterFirst.length > 0;
    }

    /** Whether the group came later. */
    boolean isLater(int group) {
        return group >= laterFrom;
    }

    /** Takes a household out of its group. Says what it left to nobody: the knots shrink with it. */
    void leave(int group, int household, Problem p, Seats seats) {
        int at = memberStart[group];
        while (member[at] != household) {
            at++;
        }
        member[at] = member[memberStart[group] + --size[group]];
        member[memberStart[group] + size[group]] = household;
        for (int k = knotStart[group]; k < knotStart[group + 1]; k++) {
            int cadre = seats.cadreAt[knotSeat[k]];
            if (knotCheap[k] > 0 && bonus.saves(household, cadre)) {
                knotCheap[k]--;
            }
            if (knotRoom[k] != UNLIMITED && !p.isExcluded(household, cadre)) {
                knotRoom[k]--;
            }
        }
    }

    /** The household by itself, as the last group. */
    int join(Grouping one, int household) {
        int g = count++;
        int v = one.village[0];
        village[g] = v;
        kind[g] = one.kind[0];
        size[g] = 1;
        if (memberStart[g] == member.length) {
            member = Arrays.copyOf(member, member.length + capacity() - g);
        }
        member[memberStart[g]] = household;
        memberStart[g + 1] = memberStart[g] + 1;
        laterNext[g - laterFrom] = laterFirst[v];
        laterFirst[v] = g;
        int at = knotStart[g];
        int end = at + one.knotStart[1];
        if (end > knotSeat.length) {
            int room = end + end / 8 + 64;
            knotSeat = Arrays.copyOf(knotSeat, room);
            knotGroup = Arrays.copyOf(knotGroup, room);
            knotCheap = Arrays.copyOf(knotCheap, room);
            knotBonus = Arrays.copyOf(knotBonus, room);
            knotRoom = Arrays.copyOf(knotRoom, room);
        }
        for (int k = at; k < end; k++) {
            knotSeat[k] = one.knotSeat[k - at];
            knotGroup[k] = g;
            knotCheap[k] = one.knotCheap[k - at];
            knotBonus[k] = one.knotBonus[k - at];
            knotRoom[k] = one.knotRoom[k - at];
        }
        knotStart[g + 1] = end;
        return g;
    }

    /** The knot between the two, or {@link #NO_KNOT}. */
    int knot(int group, int seat) {
        int k = Arrays.binarySearch(knotSeat, knotStart[group], knotStart[group + 1], seat);
        return k >= 0 ? k : NO_KNOT;
    }
}
