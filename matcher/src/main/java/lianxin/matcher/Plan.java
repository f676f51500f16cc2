package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who holds how many households of which group, and what a place with each cadre is worth.
 *
 * <p>The plan may be unfinished: groups with loose households, seats that hold more than they took on, or fewer. But what is placed is
 * always placed well: with the prices as they stand no household would rather be elsewhere and no seat would rather
 * take on one more or one less. In symbols, for group g with a placed household at seat d and any seat c it may go to,
 *
 * <pre>{@code leave(g, d) + price[d]  ≤  worth[g]  ≤  enter(g, c) + price[c]
 * last(c, load[c])        ≤  price[c]  ≤  next(c, load[c])}</pre>
 *
 * so a finished plan is a cheapest one. Every step of the solver keeps these lines true.
 */
final class Plan {

    static final long NEVER = Long.MAX_VALUE;
    private static final int CELL = 3;
    private static final int SPOT = 2;

    /** How much dearer than the cheapest chain a search may take; the lines above then hold to within this. Not 0 for a guess only. */
    final long slack;

    final Problem problem;
    final Seats seats;
    final Groups groups;

    final long[] price;
    /** How many households the seat has taken on; the price depends on it. */
    final int[] load;
    /** How many it has. Less than {@link #load}: it waits for some. More: some must go. */
    final int[] have;

    final long[] worth;
    /** Households of the group without a place. */
    final int[] loose;
    /** How many households of the knot's group are at its seat. */
    int[] knotUsed;
    /** How many knots of the seat are full: so many groups may not come any more. */
    final int[] fullAt;
    /** How many knots of the group are full: to so many seats it may not go any more. */
    final int[] fullFor;
    /** The groups that were moved since somebody emptied it. */
    final BitSet moved = new BitSet();
    /** Per seat three numbers for each group that is there: group, how many, knot. */
    private final int[][] cells;

    private final long[][] cellBase;
    private final int[] cellCount;
    /** Per group two numbers for each seat where it is: seat, knot. */
    private final int[][] spots;

    private final long[][] spotBase;
    private final int[] spotCount;

    Plan(Problem problem, Seats seats, Groups groups) {
        this(problem, seats, groups, 0);
    }

    Plan(Problem problem, Seats seats, Groups groups, long slack) {
        this.slack = slack;
        this.problem = problem;
        this.seats = seats;
        this.groups = groups;
        price = new long[seats.count];
        load = new int[seats.count];
        have = new int[seats.count];
        worth = new long[groups.capacity()];
        loose = new int[groups.capacity()];
        knotUsed = new int[groups.knotSeat.length];
        fullAt = new int[seats.count];
        fullFor = new int[groups.capacity()];
        cells = new int[seats.count][];
        cellBase = new long[seats.count][];
        cellCount = new int[seats.count];
        spots = new int[groups.capacity()][];
        spotBase = new long[groups.capacity()][];
        spotCount = new int[groups.capacity()];
        Arrays.fill(cells, new int[0]);
        Arrays.fill(cellBase, new long[0]);
        Arrays.fill(spots, new int[0]);
        Arrays.fill(spotBase, new long[0]);
        for (int g = 0; g < groups.count; g++) {
            loose[g] = groups.size[g];
            countFull(g, 1);
        }
    }

    /** Begins with these prices: each seat takes on what it would at its price, and waits for it. */
    void beginAt(long[] prices) {
        for (int s = 0; s < seats.count; s++) {
            price[s] = prices[s];
            load[s] = seats.willing(s, prices[s]);
        }
    }

    /** The seat takes on what is right at its price, and of that what is nearest to what it has. */
    void takeOn(int seat) {
        load[seat] = Math.clamp(have[seat], seats.willing(seat, price[seat]), seats.willingMost(seat, price[seat]));
    }

    /** The group hopes for what it has where it has it dearest. */
    void contend(int group) {
        long dearest = Long.MIN_VALUE;
        for (int i = 0; i < spotCount[group]; i++) {
            dearest = Math.max(dearest, spotBase(group, i) + leaveKnot(spotKnot(group, i)) + price[spot(group, i)]);
        }
        worth[group] = dearest == Long.MIN_VALUE ? 0 : dearest;
    }

    /** The same plan with some households set apart: these are loose, and their seats wait for somebody. */
    Plan setting(BitSet apart) {
        var newAt = new int[groups.capacity()];
        var next = new Plan(problem, seats, groups.setting(apart, problem, seats, newAt));
        System.arraycopy(price, 0, next.price, 0, price.length);
        System.arraycopy(load, 0, next.load, 0, load.length);
        for (int g = 0; g < groups.count; g++) {
            int to = newAt[g];
            if (to >= 0) {
                next.worth[to] = worth[g];
                next.loose[to] = loose[g];
                for (int i = 0; i < spotCount[g]; i++) {
                    int seat = spot(g, i);
                    int placed = cellPlaced(seat, cell(g, seat));
                    next.add(to, seat, placed);
                    next.have[seat] += placed;
                }
            }
        }
        return next;
    }

    /** Sums of prices stay far below what a long can hold. */
    void affordable(long distance) {
        if (distance > 1L << 60) {
            throw new BadProblem("prices", "too large to be compared: " + distance);
        }
    }

    /** Distance and skill: what the pair costs a household that knows nobody. */
    long base(int group, int seat) {
        int v = groups.village[group];
        int k = groups.kind[group];
        long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[seat], seats.y[seat]);
        return problem.weight[k] * metres + problem.skill[k * problem.profiles + seats.profile[seat]];
    }

    /** What one more household of the group costs here beyond {@code base}; {@link #NEVER} if it may not come. */
    long enterKnot(int knot) {
        return knotUsed[knot] < groups.knotCheap[knot] ? -groups.knotBonus[knot] : 0;
    }

    boolean full(int knot) {
        return knotUsed[knot] >= groups.knotRoom[knot];
    }

    /** What the last household of the group costs here beyond {@code base}. */
    long leaveKnot(int knot) {
        return knot != Groups.NO_KNOT && knotUsed[knot] <= groups.knotCheap[knot] ? -groups.knotBonus[knot] : 0;
    }

    /** Whether one of these seats is closed to the group. */
    boolean shut(int group, int fromSeat, int toSeat) {
        for (int k = groups.knotStart[group]; fullFor[group] > 0 && k < groups.knotStart[group + 1]; k++) {
            if (groups.knotSeat[k] >= fromSeat && groups.knotSeat[k] < toSeat && full(k)) {
                return true;
            }
        }
        return false;
    }

    /** How many may come at the price of {@link #enterKnot}. */
    int enterWidth(int knot) {
        if (knot == Groups.NO_KNOT) {
            return Integer.MAX_VALUE;
        }
        int cheap = groups.knotCheap[knot] - knotUsed[knot];
        return cheap > 0 ? cheap : groups.knotRoom[knot] - knotUsed[knot];
    }

    /** How many may leave at the price of {@link #leaveKnot}. */
    int leaveWidth(int knot, int placed) {
        return knot == Groups.NO_KNOT || placed <= groups.knotCheap[knot] ? placed : placed - groups.knotCheap[knot];
    }

    /** What taking on one more costs the seat, {@link #NEVER} at the upper limit. */
    long next(int seat) {
        return load[seat] < seats.upper[seat] ? seats.next(seat, load[seat]) : NEVER;
    }

    /** How many the seat may take on at the price of {@link #next}. */
    int nextWidth(int seat) {
        int to = load[seat] < seats.target[seat]
                ? Math.min(seats.target[seat], seats.upper[seat])
                : seats.overload[seat] == 0 ? seats.upper[seat] : load[seat] + 1;
        return to - load[seat];
    }

    /** What the last one taken on costs the seat. */
    long last(int seat) {
        return seats.next(seat, load[seat] - 1);
    }

    /** How many the seat may give up at the price of {@link #last}. */
    int lastWidth(int seat) {
        boolean flat = load[seat] <= seats.target[seat] || seats.overload[seat] == 0;
        return flat ? load[seat] - seats.lower[seat] : 1;
    }

    int cells(int seat) {
        return cellCount[seat];
    }

    int cellGroup(int seat, int i) {
        return cells[seat][i * CELL];
    }

    int cellPlaced(int seat, int i) {
        return cells[seat][i * CELL + 1];
    }

    int cellKnot(int seat, int i) {
        return cells[seat][i * CELL + 2];
    }

    /** The {@link #base} of the group there, remembered. */
    long cellBase(int seat, int i) {
        return cellBase[seat][i];
    }

    int spots(int group) {
        return spotCount[group];
    }

    int spot(int group, int i) {
        return spots[group][i * SPOT];
    }

    int spotKnot(int group, int i) {
        return spots[group][i * SPOT + 1];
    }

    long spotBase(int group, int i) {
        return spotBase[group][i];
    }

    /** The household joins as a group of its own, without a place. */
    int join(Grouping one, int household) {
        int g = groups.join(one, household);
        if (knotUsed.length < groups.knotSeat.length) {
            knotUsed = Arrays.copyOf(knotUsed, groups.knotSeat.length);
        }
        loose[g] = 1;
        countFull(g, 1);
        return g;
    }

    /** The household leaves its group; if it had a place, that is free already. */
    void leave(int group, int household) {
        countFull(group, -1);
        groups.leave(group, household, problem, seats);
        countFull(group, 1);
    }

    private void countFull(int group, int by) {
        for (int k = groups.knotStart[group]; k < groups.knotStart[group + 1]; k++) {
            if (full(k)) {
                fullAt[groups.knotSeat[k]] += by;
                fullFor[group] += by;
            }
        }
    }

    /** So many more of the knot's group are at its seat. */
    void use(int knot, int more) {
        boolean was = full(knot);
        knotUsed[knot] += more;
        if (full(knot) != was) {
            fullAt[groups.knotSeat[knot]] += was ? -1 : 1;
            fullFor[groups.knotGroup[knot]] += was ? -1 : 1;
        }
    }

    /** The cell of a group at a seat where it is. */
    int cell(int group, int seat) {
        var row = cells[seat];
        for (int i = 0; i < cellCount[seat]; i++) {
            if (row[i * CELL] == group) {
                return i;
            }
        }
        return -1;
    }

    void add(int group, int seat, int amount) {
        moved.set(group);
        int i = cell(group, seat);
        if (i < 0) {
            i = open(group, seat);
        }
        cells[seat][i * CELL + 1] += amount;
        int knot = cells[seat][i * CELL + 2];
        if (knot != Groups.NO_KNOT) {
            use(knot, amount);
        }
    }

    private int open(int group, int seat) {
        long base = base(group, seat);
        int knot = groups.knot(group, seat);
        int i = cellCount[seat]++;
        if (cellBase[seat].length == i) {
            int room = i * 3 / 2 + 4;
            cells[seat] = Arrays.copyOf(cells[seat], room * CELL);
            cellBase[seat] = Arrays.copyOf(cellBase[seat], room);
        }
        cells[seat][i * CELL] = group;
        cells[seat][i * CELL + 1] = 0;
        cells[seat][i * CELL + 2] = knot;
        cellBase[seat][i] = base;
        int j = spotCount[group]++;
        if (spotBase[group].length == j) {
            int room = j * 3 / 2 + 4;
            spots[group] = Arrays.copyOf(spots[group], room * SPOT);
            spotBase[group] = Arrays.copyOf(spotBase[group], room);
        }
        spots[group][j * SPOT] = seat;
        spots[group][j * SPOT + 1] = knot;
        spotBase[group][j] = base;
        return i;
    }

    void remove(int group, int seat, int amount) {
        moved.set(group);
        int i = cell(group, seat);
        var row = cells[seat];
        int knot = row[i * CELL + 2];
        if (knot != Groups.NO_KNOT) {
            use(knot, -amount);
        }
        row[i * CELL + 1] -= amount;
        if (row[i * CELL + 1] == 0) {
            close(group, seat, i);
        }
    }

    private void close(int group, int seat, int i) {
        int last = --cellCount[seat];
        System.arraycopy(cells[seat], last * CELL, cells[seat], i * CELL, CELL);
        cellBase[seat][i] = cellBase[seat][last];
        int j = 0;
        while (spot(group, j) != seat) {
            j++;
        }
        int end = --spotCount[group];
        System.arraycopy(spots[group], end * SPOT, spots[group], j * SPOT, SPOT);
        spotBase[group][j] = spotBase[group][end];
    }
}
