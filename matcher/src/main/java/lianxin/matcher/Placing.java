package lianxin.matcher;

/**
 * Finds a place for households that have none, or must leave theirs, along the cheapest chain of moves.
 *
 * <p>A loose household may take a free place, or take the place of one who moves on, who takes the place of another, until somebody
 * finds a place free. The cheapest chain is a shortest path (Dijkstra 1959) on prices reduced so that none is negative (Edmonds
 * and Karp 1972, Tomizawa 1971). The search stops at the first free place: nothing beyond it can be cheaper. Then
 * prices of all that lie nearer than the end rise by the difference, which keeps every line of {@link Plan} true.
 *
 * <p>A search that ends without a free place has found a bottleneck: all it reached is full with itself, for good. It is
 * closed, and later searches do not enter.
 */
final class Placing {

    private static final int NOBODY = -1;
    /** A place beyond a limit, or one less than asked for, is worth any detour. */
    static final long LIFT = 4 * Problem.DEAREST;

    private final Plan plan;
    private final Seats seats;
    private final Groups groups;
    private final Offices offices;
    private final Offers offers;
    private final Lineup lineup;
    private final Heap heap = new Heap();

    final Reached seatReached;
    final Reached groupReached;
    /** From the first group that came; at what a household with no place there is short of the way, the price of the place apart. */
    private final Reached officeReached;

    private long end;
    private int goal;

    /** Whether a full seat takes more, at the price of {@link #LIFT}. */
    private final boolean lifting;

    /** Whether a list is for few searches, and need not go further than the first of them. */
    private final boolean brief;

    Placing(Plan plan, boolean lifting) {
        this(plan, lifting, false);
    }

    Placing(Plan plan, boolean lifting, boolean brief) {
        this.lifting = lifting;
        this.brief = brief;
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        offices = seats.offices;
        lineup = new Lineup(plan);
        offers = new Offers(plan, lineup);
        seatReached = new Reached(seats.count);
        groupReached = new Reached(groups.capacity());
        officeReached = new Reached(offices.count);
    }

    /** Forgets what earlier searches found: prices may have fallen, and what was closed may be open. */
    void begin() {
        offers.forget();
        lineup.forget();
        seatReached.open();
        groupReached.open();
    }

    /** The least the group can hope for, as prices stand. To be known before it is first placed. */
    void appraise(int group) {
        long least = Plan.NEVER;
        offers.draw(group, false, Plan.NEVER);
        for (int i = 0; ; i++) {
            int e = offers.entry(group, i);
            if (e < 0) {
                if (least <= offers.beyond(group)) {
                    break;
                }
                offers.draw(group, true, Plan.NEVER);
                i = -1;
            } else if (least <= offers.bound(e)) {
                break;
            } else {
                least = Math.min(least, cost(group, e));
            }
        }
        plan.worth[group] = least == Plan.NEVER ? 0 : least;
    }

    private long cost(int group, int entry) {
        int to = offers.partner(entry);
        long base = offers.base(entry);
        if (to >= seats.count) {
            int office = to - seats.count;
            return shut(group, office) ? cheapestOpen(group, office, base) : base + lineup.cheapest(office);
        }
        int knot = offers.knot(entry);
        if (knot == Groups.NO_KNOT) {
            return base + plan.price[to];
        }
        return plan.full(knot) ? Plan.NEVER : base + plan.enterKnot(knot) + plan.price[to];
    }

    private boolean shut(int group, int office) {
        return plan.fullFor[group] > 0 && plan.shut(group, offices.start[office], offices.end[office]);
    }

    private long cheapestOpen(int group, int office, long base) {
        long least = Plan.NEVER;
        for (int s = offices.start[office]; s < offices.end[office]; s++) {
            if (!plan.shut(group, s, s + 1)) {
                least = Math.min(least, base + plan.price[s]);
            }
        }
        return least;
    }

    /** Places all loose households of the group. Says whether it could. */
    boolean place(int group) {
        if (plan.spots(group) == 0) {
            appraise(group);
        }
        while (plan.loose[group] > 0) {
            if (groupReached.closed[group]) {
                return false;
            }
            start();
            label(group, 0, NOBODY);
            if (!search()) {
                return false;
            }
            int amount = width(plan.loose[group]);
            push(amount);
            plan.loose[group] -= amount;
            settle();
        }
        return true;
    }

    /** Moves households away from a seat that has more than it took on. Says whether it could. */
    boolean relieve(int seat) {
        while (plan.have[seat] > plan.load[seat]) {
            if (seatReached.closed[seat]) {
                return false;
            }
            start();
            reach(NOBODY, seat, 0);
            if (!search()) {
                return false;
            }
            int amount = width(plan.have[seat] - plan.load[seat]);
            push(amount);
            plan.have[seat] -= amount;
            settle();
        }
        return true;
    }

    private void start() {
        end = Plan.NEVER;
        goal = NOBODY;
    }

    private boolean search() {
        while (!heap.isEmpty() && heap.nearest() < end - plan.slack) {
            long d = heap.nearest();
            int item = heap.pop();
            if (item >= seats.count + groups.capacity()) {
                lookInside(item - seats.count - groups.capacity());
            } else if (item >= seats.count) {
                look(item - seats.count);
            } else if (d == seatReached.distance[item]) {
                leave(item, d);
            }
        }
        heap.clear();
        if (goal == NOBODY) {
            close();
            forget();
            return false;
        }
        return true;
    }

    /** All groups with a household at this seat could move it on. */
    private void leave(int seat, long d) {
        for (int i = 0; i < plan.cells(seat); i++) {
            int group = plan.cellGroup(seat, i);
            long free = plan.cellBase(seat, i) + plan.leaveKnot(plan.cellKnot(seat, i)) + plan.price[seat];
            long to = d + Math.max(0, plan.worth[group] - free);
            if (to < end && to < groupReached.distance[group]) {
                label(group, to, seat);
            }
        }
    }

    /** The group can be had at this distance: look at all seats it may go to. */
    private void label(int group, long d, int from) {
        groupReached.reach(group, d, from);
        offers.cursor[group] = 0;
        look(group);
    }

    /** Looks through the group's list, cheapest first, while nothing else is nearer; then waits in the heap for its next turn. */
    private void look(int group) {
        look(offers, group, groupReached.distance[group] - plan.worth[group], seats.count + group);
    }

    /** The same within an office, for the first group that came: another one finds nothing nearer there. */
    private void lookInside(int office) {
        look(lineup, office, officeReached.distance[office], seats.count + groups.capacity() + office);
    }

    private void look(Shortlist list, int owner, long start, int item) {
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
                if (list == lineup) {
                    come(officeReached.from[owner], lineup.partner(e), start + lineup.bound(e));
                } else if (offers.partner(e) >= seats.count) {
                    enter(owner, offers.partner(e) - seats.count, start + offers.base(e));
                } else {
                    visit(owner, e, start);
                }
            } else {
                fresh = list.fresh();
            }
        }
    }

    private void visit(int group, int entry, long start) {
        int knot = offers.knot(entry);
        if (knot == Groups.NO_KNOT) {
            come(group, offers.partner(entry), start + offers.bound(entry));
        } else if (!plan.full(knot)) {
            long missed = groups.knotBonus[knot] + plan.enterKnot(knot);
            come(group, offers.partner(entry), start + offers.bound(entry) + missed);
        }
    }

    private void come(int group, int seat, long d) {
        long to = Math.max(groupReached.distance[group], d);
        if (to < end && to < seatReached.distance[seat] && !seatReached.closed[seat]) {
            reach(group, seat, to);
        }
    }

    /** The group comes to an office. If some there are closed to it, it asks each of the others, and the office waits for somebody who may have all. */
    private void enter(int group, int office, long start) {
        if (shut(group, office)) {
            for (int s = offices.start[office]; s < offices.end[office]; s++) {
                if (!plan.shut(group, s, s + 1)) {
                    come(group, s, start + plan.price[s]);
                }
            }
        } else if (start < officeReached.distance[office]) {
            officeReached.reach(office, start, group);
            lineup.cursor[office] = 0;
            lookInside(office);
        }
    }

    private void reach(int group, int seat, long d) {
        seatReached.reach(seat, d, group);
        if (plan.have[seat] < plan.load[seat]) {
            end = d;
            goal = seat;
        } else {
            long next = plan.next(seat);
            if (next == Plan.NEVER && lifting) {
                next = LIFT + seats.next(seat, plan.load[seat]);
            }
            if (next != Plan.NEVER && d + next - plan.price[seat] < end) {
                end = d + next - plan.price[seat];
                goal = seat;
            }
        }
        if (d < end) {
            heap.push(d, seat);
        }
    }

    /** How many may go the whole way at the same price. */
    private int width(int wanted) {
        int width = plan.have[goal] < plan.load[goal]
                ? plan.load[goal] - plan.have[goal]
                : plan.next(goal) == Plan.NEVER ? 1 : plan.nextWidth(goal);
        width = Math.min(width, wanted);
        int seat = goal;
        while (seatReached.from[seat] != NOBODY) {
            int group = seatReached.from[seat];
            width = Math.min(width, plan.enterWidth(groups.knot(group, seat)));
            seat = groupReached.from[group];
            if (seat == NOBODY) {
                break;
            }
            int cell = plan.cell(group, seat);
            width = Math.min(width, plan.leaveWidth(plan.cellKnot(seat, cell), plan.cellPlaced(seat, cell)));
        }
        return width;
    }

    private void push(int amount) {
        if (plan.have[goal] >= plan.load[goal]) {
            plan.load[goal] += amount;
        }
        plan.have[goal] += amount;
        int seat = goal;
        while (seatReached.from[seat] != NOBODY) {
            int group = seatReached.from[seat];
            plan.add(group, seat, amount);
            seat = groupReached.from[group];
            if (seat == NOBODY) {
                break;
            }
            plan.remove(group, seat, amount);
        }
    }

    /** Prices rise to the end of the path. */
    private void settle() {
        plan.affordable(end);
        seatReached.settle(end, plan.price, 1);
        groupReached.settle(end, plan.worth, 1);
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
