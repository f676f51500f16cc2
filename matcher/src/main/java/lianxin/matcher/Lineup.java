package lianxin.matcher;

/** The seats of each office, the cheapest place first. Prices may rise, not fall. */
final class Lineup extends Shortlist {

    /** All of them: an office has fewer. */
    private static final int WHOLE = 1 << 24;

    private final Plan plan;
    private final Offices offices;

    Lineup(Plan plan) {
        super(plan.seats.offices.count, WHOLE, plan.seats.count);
        this.plan = plan;
        offices = plan.seats.offices;
    }

    @Override
    long least(int office, int seat, int knot, long base) {
        return plan.price[seat];
    }

    @Override
    void collect(int office) {
        for (int s = offices.start[office]; s < offices.end[office]; s++) {
            propose(office, s, Groups.NO_KNOT, 0);
        }
    }

    /** What a place in the office costs at least now. */
    long cheapest(int office) {
        int e = entry(office, 0);
        if (e < 0) {
            draw(office, false, Plan.NEVER);
            e = entry(office, 0);
        }
        inPlace(office, e); // who stands there afterwards is up to date too
        return bound(e);
    }
}
