package lianxin.matcher;

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

    /** From the group that would leave the seat. */
    final Reached seatReached;
    /** From the seat the group would go to. */
    final Reached groupReached;
    /** How far the seat has looked through its list in this search. */
    private final int[] cursor;

    private long end;
    private int goal;

    /** Whether a seat may have less than its lower limit asks for, at the price of {@link Placing#LIFT}. */
    private final boolean lifting;

    Filling(Plan plan, boolean lifting) {
        this.lifting = lifting;
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        comers = new Comers(plan);
        cursor = new int[seats.count];
        seatReached = new Reached(seats.count);
        groupReached = new Reached(groups.capacity());
    }

    /** Forgets what earlier searches found. */
    void begin() {
        comers.forget();
        seatReached.open();
        groupReached.open();
    }

    /** Brings as many households to the seat as it took on, or lets it off down to its lower limit. Says whether it could. */
    boolean fill(int seat) {
        while (plan.have[seat] < plan.load[seat]) {
            if (seatReached.closed[seat]) {
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
                } else if (d == seatReached.distance[item]) {
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
        seatReached.reach(seat, d, group);
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
        long start = seatReached.distance[seat] + plan.price[seat];
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
            long distance = Math.max(seatReached.distance[seat], start + comers.bound(entry) + missed);
            if (distance < end && distance < groupReached.distance[g] && plan.spots(g) > 0) {
                label(g, seat, distance);
            }
        }
    }

    private void label(int group, int seat, long d) {
        groupReached.reach(group, d, seat);
        for (int i = 0; i < plan.spots(group); i++) {
            int s = plan.spot(group, i);
            long has = plan.spotBase(group, i) + plan.leaveKnot(plan.spotKnot(group, i)) + plan.price[s];
            long distance = d + Math.max(0, plan.worth[group] - has);
            if (distance < end && distance < seatReached.distance[s]) {
                reach(s, group, distance);
            }
        }
    }

    private int width(int wanted) {
        int width = lifting ? 1 : Math.min(wanted, plan.lastWidth(goal));
        int seat = goal;
        while (seatReached.from[seat] != NOBODY) {
            int group = seatReached.from[seat];
            int cell = plan.cell(group, seat);
            width = Math.min(width, plan.leaveWidth(plan.cellKnot(seat, cell), plan.cellPlaced(seat, cell)));
            seat = groupReached.from[group];
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
        while (seatReached.from[seat] != NOBODY) {
            int group = seatReached.from[seat];
            plan.remove(group, seat, amount);
            seat = groupReached.from[group];
            plan.add(group, seat, amount);
        }
    }

    /** Prices fall to the end of the path. */
    private void settle() {
        plan.affordable(end);
        seatReached.settle(end, plan.price, -1);
        groupReached.settle(end, plan.worth, -1);
        forget();
    }

    private void close() {
        seatReached.close();
        groupReached.close();
    }

    private void forget() {
        seatReached.forget();
        groupReached.forget();
    }
}
