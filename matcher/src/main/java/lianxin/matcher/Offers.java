package lianxin.matcher;

/**
 * For each group the seats that can matter to it, the price of the place included. An office is one partner, numbered behind all seats, and those
 * in it whom the group knows are partners besides. Prices may rise, not fall.
 */
final class Offers extends Shortlist {

    private static final int NARROW = 16;

    private final Plan plan;
    private final Problem problem;
    private final Seats seats;
    private final Groups groups;
    private final Offices offices;
    private final Lineup lineup;

    Offers(Plan plan, Lineup lineup) {
        super(plan.groups.capacity(), NARROW, plan.groups.capacity() * NARROW);
        this.plan = plan;
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
        offices = seats.offices;
        this.lineup = lineup;
    }

    @Override
    long least(int group, int seat, int knot, long base) {
        if (seat >= seats.count) {
            return base + lineup.cheapest(seat - seats.count);
        }
        return base + plan.price[seat] - (knot == Groups.NO_KNOT ? 0 : groups.knotBonus[knot]);
    }

    @Override
    void collect(int group) {
        int v = groups.village[group];
        int k = groups.kind[group];
        long weight = problem.weight[k];
        int skill = k * problem.profiles;
        int tie = groups.knotStart[group];
        int ties = groups.knotStart[group + 1];
        for (int i = problem.villageUnitStart[v]; i < problem.villageUnitStart[v + 1]; i++) {
            int u = problem.villageUnit[i];
            for (int s = seats.start[u]; s < seats.start[u + 1]; ) {
                long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[s], seats.y[s]);
                long base = weight * metres + problem.skill[skill + seats.profile[s]];
                int office = offices.of[s];
                int end = office == Offices.NONE ? s + 1 : offices.end[office];
                while (tie < ties && groups.knotSeat[tie] < s) {
                    tie++;
                }
                if (office != Offices.NONE) {
                    propose(group, seats.count + office, Groups.NO_KNOT, base);
                } else if (tie == ties || groups.knotSeat[tie] != s) {
                    propose(group, s, Groups.NO_KNOT, base);
                }
                for (; tie < ties && groups.knotSeat[tie] < end; tie++) {
                    if (groups.knotRoom[tie] > 0 && (office == Offices.NONE || groups.knotBonus[tie] > 0)) {
                        propose(group, groups.knotSeat[tie], tie, base);
                    }
                }
                s = end;
            }
        }
    }
}
