package lianxin.matcher;

import java.util.Arrays;

/**
 * Brings households to a seat that took on more than it has, which is what a lower limit does.
 *
 * <p>The same search as {@link Placing}, walked from the other end: from the seat that waits to the groups that could come, to the
 * seats where they are, to the groups that could take their place there, until a seat is found that can do with one less. Prices of
 * all that lie nearer than the end fall by the difference.
 */
final class Filling {

    private static final int NOBODY = -1;

    private final Plan plan;
    private final Seats seats;
    private final Groups groups;
    private final Comers comers;
    private final Heap heap = new Heap();

    private final long[] seatDistance;
    /** The group that would leave this seat. */
    private final int[] seatTo;

    private final long[] groupDistance;
    /** The seat the group would go to. */
    private final int[] groupTo;

    /** How far the seat has looked through its list in this search. */
    private final int[] cursor;

    private int[] touchedSeats = new int[64];
    private int touchedSeatCount;
    private int[] touchedGroups = new int[64];
    private int touchedGroupCount;
    private long end;
    private int goal;

    /** Seats and groups that nobody outside can reach: their lower limits ask for more than there is. */
    final boolean[] closedSeat;

    final boolean[] closedGroup;
    private boolean closed;
    /** Whether a seat may have less than its lower limit asks for, at the price of {@link Placing#LIFT}. */
    private final boolean lifting;

    Filling(Plan plan, boolean lifting) {
        this.lifting = lifting;
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        comers = new Comers(plan);
        cursor = new int[seats.count];
        seatDistance = new long[seats.count];
        seatTo = new int[seats.count];
        groupDistance = new long[groups.capacity()];
        groupTo = new int[groups.capacity()];
        closedSeat = new boolean[seats.count];
        closedGroup = new boolean[groups.capacity()];
        Arrays.fill(seatDistance, Plan.NEVER);
        Arrays.fill(groupDistance, Plan.NEVER);
    }

    /** Forgets what earlier searches found. */
    void begin() {
        comers.forget();
        if (closed) {
            Arrays.fill(closedSeat, false);
            Arrays.fill(closedGroup, false);
            closed = false;
        }
    }

    /** Brings as many households to the seat as it took on, or lets it off down to its lower limit. Says whether it could. */
    boolean fill(int seat) {
        while (plan.have[seat] < plan.load[seat]) {
            if (closedSeat[seat]) {
                return false;
            }
            end = Plan.NEVER;
            goal = NOBODY;
            reach(seat, NOBODY, 0);
            while (!heap.isEmpty() && heap.nearest() < end - plan.slack) {
                long d = heap.nearest();
                int item = heap.pop();
                if (item >= seats.count) {
                    look(item - seats.count);
                } else if (d == seatDistance[item]) {
                    cursor[item] = 0;
                    look(item);
                }
            }
            heap.clear();
            if (goal == NOBODY) {
                close();
                forget();
                return false;
            }
            push(seat, width(plan.load[seat] - plan.have[seat]));
            settle();
        }
        return true;
    }

    private void reach(int seat, int group, long d) {
        if (seatDistance[seat] == Plan.NEVER) {
            if (touchedSeatCount == touchedSeats.length) {
                touchedSeats = Arrays.copyOf(touchedSeats, touchedSeatCount * 2);
            }
            touchedSeats[touchedSeatCount++] = seat;
        }
        seatDistance[seat] = d;
        seatTo[seat] = group;
        if (plan.load[seat] > seats.lower[seat] || (lifting && plan.load[seat] > 0)) {
            long here = d + plan.price[seat] - saves(seat);
            if (here < end) {
                end = here;
                goal = seat;
            }
        }
        if (d < end) {
            heap.push(d, seat);
        }
    }

    /** What the seat saves with one less. */
    private long saves(int seat) {
        if (!lifting) {
            return plan.last(seat);
        }
        int load = plan.load[seat];
        return plan.last(seat)
                + (load <= seats.lower[seat] ? -Placing.LIFT : load > seats.upper[seat] ? Placing.LIFT : 0);
    }

    /** Looks through the seat's list of groups that may come, the nearest first, while nothing else is nearer. */
    private void look(int seat) {
        long start = seatDistance[seat] + plan.price[seat];
        boolean wider = false;
        int fresh = 0;
        while (true) {
            int e = comers.entry(seat, cursor[seat]);
            long next = e < 0 ? comers.beyond(seat) : comers.bound(e);
            if (next == Plan.NEVER || start + next >= end) {
                return;
            }
            if (!heap.isEmpty() && start + next > heap.nearest()) {
                heap.push(start + next, seats.count + seat);
                return;
            }
            if (e < 0) {
                comers.draw(seat, wider);
                wider = true;
                cursor[seat] = 0;
                fresh = Integer.MAX_VALUE;
            } else if (e < fresh || comers.inPlace(seat, e)) {
                cursor[seat]++;
                visit(seat, e, start);
            } else {
                fresh = comers.fresh();
            }
        }
    }

    private void visit(int seat, int entry, long start) {
        int knot = comers.knot(entry);
        if (knot == Groups.NO_KNOT || !plan.full(knot)) {
            int g = comers.partner(entry);
            long missed = knot == Groups.NO_KNOT ? 0 : groups.knotBonus[knot] + plan.enterKnot(knot);
            long distance = Math.max(seatDistance[seat], start + comers.bound(entry) + missed);
            if (distance < end && distance < groupDistance[g] && plan.spots(g) > 0) {
                label(g, seat, distance);
            }
        }
    }

    private void label(int group, int seat, long d) {
        if (groupDistance[group] == Plan.NEVER) {
            if (touchedGroupCount == touchedGroups.length) {
                touchedGroups = Arrays.copyOf(touchedGroups, touchedGroupCount * 2);
            }
            touchedGroups[touchedGroupCount++] = group;
        }
        groupDistance[group] = d;
        groupTo[group] = seat;
        for (int i = 0; i < plan.spots(group); i++) {
            int s = plan.spot(group, i);
            long has = plan.spotBase(group, i) + plan.leaveKnot(plan.spotKnot(group, i)) + plan.price[s];
            long distance = d + Math.max(0, plan.worth[group] - has);
            if (distance < end && distance < seatDistance[s]) {
                reach(s, group, distance);
            }
        }
    }

    private int width(int wanted) {
        int width = lifting ? 1 : Math.min(wanted, plan.lastWidth(goal));
        int seat = goal;
        while (seatTo[seat] != NOBODY) {
            int group = seatTo[seat];
            int cell = plan.cell(group, seat);
            width = Math.min(width, plan.leaveWidth(plan.cellKnot(seat, cell), plan.cellPlaced(seat, cell)));
            seat = groupTo[group];
            width = Math.min(width, plan.enterWidth(groups.knot(group, seat)));
        }
        return width;
    }

    private void push(int waiting, int amount) {
        plan.load[goal] -= amount;
        if (goal == waiting) {
            return;
        }
        plan.have[goal] -= amount;
        plan.have[waiting] += amount;
        int seat = goal;
        while (seatTo[seat] != NOBODY) {
            int group = seatTo[seat];
            plan.remove(group, seat, amount);
            seat = groupTo[group];
            plan.add(group, seat, amount);
        }
    }

    /** Prices fall to the end of the path. */
    private void settle() {
        plan.affordable(end);
        for (int i = 0; i < touchedSeatCount; i++) {
            int seat = touchedSeats[i];
            plan.price[seat] -= Math.max(0, end - seatDistance[seat]);
        }
        for (int i = 0; i < touchedGroupCount; i++) {
            int group = touchedGroups[i];
            plan.worth[group] -= Math.max(0, end - groupDistance[group]);
        }
        forget();
    }

    private void close() {
        closed = true;
        for (int i = 0; i < touchedSeatCount; i++) {
            closedSeat[touchedSeats[i]] = true;
        }
        for (int i = 0; i < touchedGroupCount; i++) {
            closedGroup[touchedGroups[i]] = true;
        }
    }

    private void forget() {
        for (int i = 0; i < touchedSeatCount; i++) {
            seatDistance[touchedSeats[i]] = Plan.NEVER;
        }
        for (int i = 0; i < touchedGroupCount; i++) {
            groupDistance[touchedGroups[i]] = Plan.NEVER;
        }
        touchedSeatCount = 0;
        touchedGroupCount = 0;
    }
}
