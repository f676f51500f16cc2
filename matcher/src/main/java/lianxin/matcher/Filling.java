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
    private final Offices offices;
    private final Comers comers;
    private final Known known;
    private final Heap heap = new Heap();

    /** From the group that would leave the seat. */
    final Reached seatReached;
    /** From the seat the group would go to. */
    final Reached groupReached;
    /** From the first seat there that looks for somebody; at its distance, the price of its place included. */
    private final Reached officeReached;

    private long end;
    private int goal;

    /** Whether a seat may have less than its lower limit asks for, at the price of {@link Placing#LIFT}. */
    private final boolean lifting;

    /** As in {@link Placing}. */
    private final boolean brief;

    Filling(Plan plan, boolean lifting) {
        this(plan, lifting, false);
    }

    Filling(Plan plan, boolean lifting, boolean brief) {
        this.lifting = lifting;
        this.brief = brief;
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        offices = seats.offices;
        var villages = new Villages(plan.problem);
        comers = new Comers(plan, villages);
        known = new Known(plan, villages);
        seatReached = new Reached(seats.count);
        groupReached = new Reached(groups.capacity());
        officeReached = new Reached(offices.count);
    }

    /** Forgets what earlier searches found. */
    void begin() {
        comers.forget();
        known.forget();
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
                if (item >= 2 * seats.count) {
                    look(item - 2 * seats.count);
                } else if (item >= seats.count) {
                    lookForKnown(item - seats.count);
                } else if (d == seatReached.distance[item]) {
                    ask(item, d + plan.price[item]);
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

    /**
     * The seat looks for somebody to come. In an office that is who knows it; for those who do not, the first of the office that looks does so for all,
     * unless it is closed to somebody: then it looks for itself.
     */
    private void ask(int seat, long start) {
        int office = offices.of[seat];
        if (office == Offices.NONE || plan.fullAt[seat] > 0) {
            comers.cursor[seat] = 0;
            look(seat);
            return;
        }
        known.cursor[seat] = 0;
        lookForKnown(seat);
        if (start < officeReached.distance[office]) {
            officeReached.reach(office, start, seat);
            comers.cursor[seats.count + office] = 0;
            look(seats.count + office);
        }
    }

    /** Looks through the list of groups that may come to this seat, or office, the nearest first, while nothing else is nearer. */
    private void look(int owner) {
        boolean alone = owner < seats.count;
        int seat = alone ? owner : officeReached.from[owner - seats.count];
        look(comers, owner, seat, 2 * seats.count + owner);
    }

    private void lookForKnown(int seat) {
        look(known, seat, seat, seats.count + seat);
    }

    private void look(Shortlist list, int owner, int seat, int item) {
        long start = seatReached.distance[seat] + plan.price[seat];
        boolean wider = false;
        int fresh = 0;
        while (true) {
            int e = list.entry(owner, list.cursor[owner]);
            long next = e < 0 ? list.beyond(owner) : list.bound(e);
            if (next == Plan.NEVER || start + next >= end) {
                return;
            }
            if (!heap.isEmpty() && start + next > heap.nearest()) {
                heap.push(start + next, item);
                return;
            }
            if (e < 0) {
                list.draw(owner, wider, brief && end != Plan.NEVER ? end - start : Plan.NEVER);
                wider = true;
                list.cursor[owner] = 0;
                fresh = Integer.MAX_VALUE;
            } else if (e < fresh || list.inPlace(owner, e)) {
                list.cursor[owner]++;
                visit(list, seat, e, start);
            } else {
                fresh = list.fresh();
            }
        }
    }

    private void visit(Shortlist list, int seat, int entry, long start) {
        int knot = list.knot(entry);
        if (knot == Groups.NO_KNOT || !plan.full(knot)) {
            int g = list.partner(entry);
            long missed = knot == Groups.NO_KNOT ? 0 : groups.knotBonus[knot] + plan.enterKnot(knot);
            long distance = Math.max(seatReached.distance[seat], start + list.bound(entry) + missed);
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
        officeReached.forget();
    }
}
