package lianxin.matcher;

/** For each group the seats that can matter to it, the price of the place included. Prices may rise, not fall. */
final class Offers extends Shortlist {

    private static final int NARROW = 16;

    private final Plan plan;
    private final Problem problem;
    private final Seats seats;
    private final Groups groups;

    Offers(Plan plan) {
        super(plan.groups.capacity(), NARROW);
        this.plan = plan;
        problem = plan.problem;
        seats = plan.seats;
        groups = plan.groups;
    }

    @Override
    long least(int group, int seat, int knot, long base) {
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
            for (int s = seats.start[u]; s < seats.start[u + 1]; s++) {
                while (tie < ties && groups.knotSeat[tie] < s) {
                    tie++;
                }
                int knot = tie < ties && groups.knotSeat[tie] == s ? tie : Groups.NO_KNOT;
                if (knot == Groups.NO_KNOT || groups.knotRoom[knot] > 0) {
                    long metres = Problem.metres(problem.villageX[v], problem.villageY[v], seats.x[s], seats.y[s]);
                    propose(group, s, knot, weight * metres + problem.skill[skill + seats.profile[s]]);
                }
            }
        }
    }
}
