package lianxin.matcher;

import java.util.BitSet;

/** Brings a plan to its end: everybody placed, nobody over or under his limits; or finds out why that cannot be. */
final class Settling {

    /** How many groups or seats between two looks at the watch. */
    private static final int BREATH = 127;

    private final Plan plan;
    private final Watch watch;
    private final boolean sample;
    final Placing placing;
    final Filling filling;
    private boolean whole = true;

    Settling(Plan plan, Watch watch, boolean sample) {
        this.plan = plan;
        this.watch = watch;
        this.sample = sample;
        placing = new Placing(plan, false);
        filling = new Filling(plan, false);
    }

    /** Whether the plan is finished. If not, and nobody called it off, it cannot be. */
    boolean settle() {
        place();
        fill();
        return whole;
    }

    private void place() {
        int groups = plan.groups.count;
        for (int g = 0; g < groups; g++) {
            if ((g & BREATH) == 0 && calledOff(sample ? Stage.SAMPLING : Stage.PLACING, g, groups)) {
                return;
            }
            whole &= placing.place(g);
        }
        for (int s = 0; s < plan.seats.count && !watch.cancelled(); s++) {
            whole &= placing.relieve(s);
        }
    }

    private void fill() {
        int seats = plan.seats.count;
        for (int s = 0; s < seats; s++) {
            if ((s & BREATH) == 0 && calledOff(sample ? Stage.SAMPLING : Stage.FILLING, s, seats)) {
                return;
            }
            whole &= filling.fill(s);
        }
    }

    private boolean calledOff(Stage stage, int done, int total) {
        watch.at(stage, done, total);
        return watch.cancelled();
    }

    /** Sets apart all households with exclusions, so that what is stuck is stuck by name. Says from how many groups. */
    int stuck(BitSet apart) {
        int mixed = 0;
        for (int g = 0; g < plan.groups.count; g++) {
            if (plan.groups.mixed(g)) {
                plan.groups.setApart(g, apart);
                mixed++;
            }
        }
        return mixed;
    }
}
