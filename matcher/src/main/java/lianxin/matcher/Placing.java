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
    private final Offers offers;
    private final Heap heap = new Heap();

    final Reached seatReached;
    final Reached groupReached;
    /** How far the group has looked through its list in this search. */
    private final int[] cursor;

    private long end;
    private int goal;

    /** Whether a full seat takes more, at the price of {@link #LIFT}. */
    private final boolean lifting;

    Placing(Plan plan, boolean lifting) {
        this.lifting = lifting;
        this.plan = plan;
        seats = plan.seats;
        groups = plan.groups;
        offers = new Offers(plan);
        cursor = new int[groups.capacity()];
        seatReached = new Reached(seats.count);
        groupReached = new Reached(groups.capacity());
    }

    /** Forgets what earlier searches found: prices may have fallen, and what was closed may be open. */
    void begin() {
        offers.forget();
        seatReached.open();
        groupReached.open();
    }

    /** The least the group can hope for, as prices stand. To be known before it is first placed. */
    void appraise(int group) {
        long least = Plan.NEVER;
        offers.draw(group, false);
        for (int i = 0; ; i++) {
            int e = offers.entry(group, i);
            if (e < 0) {
                if (least <= offers.beyond(group)) {
                    break;
                }
                offers.draw(group, true);
                i = -1;
            } else if (least <= offers.bound(e)) {
                break;
            } else if (offers.knot(e) == Groups.NO_KNOT || !plan.full(offers.knot(e))) {
                least = Math.min(least, cost(e));
            }
        }
        plan.worth[group] = least == Plan.NEVER ? 0 : least;
    }

    private long cost(int entry) {
        int knot = offers.knot(entry);
        long bonus = knot == Groups.NO_KNOT ? 0 : plan.enterKnot(knot);
        return offers.base(entry) + bonus + plan.price[offers.partner(entry)];
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
            if (item >= seats.count) {
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
        cursor[group] = 0;
        look(group);
    }

    /**
     * Looks through the group's list, cheapest first, while nothing else is nearer; then waits in the heap for its next turn.
     */
    private void look(int group) {
        long start = groupReached.distance[group] - plan.worth[group];
        boolean wider = false;
        int fresh = 0;
        while (true) {
            int e = offers.entry(group, cursor[group]);
            long next = e < 0 ? offers.beyond(group) : offers.bound(e);
            if (next == Plan.NEVER || start + next >= end) {
                return;
            }
            if (!heap.isEmpty() && start + next > heap.nearest()) {
                heap.push(start + next, seats.count + group);
                return;
            }
            if (e < 0) {
                offers.draw(group, wider);
                wider = true;
                cursor[group] = 0;
                fresh = Integer.MAX_VALUE;
            } else if (e < fresh || offers.inPlace(group, e)) {
                cursor[group]++;
                visit(group, e, start);
            } else {
                fresh = offers.fresh();
            }
        }
    }

    private void visit(int group, int entry, long start) {
        int knot = offers.knot(entry);
        if (knot == Groups.NO_KNOT || !plan.full(knot)) {
            int seat = offers.partner(entry);
            long missed = knot == Groups.NO_KNOT ? 0 : groups.knotBonus[knot] + plan.enterKnot(knot);
            long to = Math.max(groupReached.distance[group], start + offers.bound(entry) + missed);
            if (to < end && to < seatReached.distance[seat] && !seatReached.closed[seat]) {
                reach(group, seat, to);
            }
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
    }
}
