package lianxin.matcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * A plan in force, ready for what the year brings: events are told one by one, then {@link #mend} makes the plan a cheapest one
 * again, moving only what the events disturbed. The work does not grow with the county, only with the disturbance.
 *
 * <p>How loath it is to move families who are not concerned is said by the change prices of the problem: begin with
 * {@link Problem#knowing}, so that what people have now is what they know. Where a new face costs more than all detours
 * only those who must change will.
 *
 * {@snippet :
 * var kept = Kept.of(problem.knowing(adopted.cadreOf()), adopted);
 * kept.leaves(17);
 * Mended mended = kept.mend();
 * for (int i = 0; i < mended.household().length; i++) tell(mended.household()[i], mended.to()[i]);
 * assert Certificate.check(kept.problem(), kept.matched()).accepted();
 * }
 *
 * <p>A new household, cadre or unit makes another problem: hand names and prices to {@link Matcher#resume}, then keep its answer. Not for
 * several threads at once.
 */
public final class Kept {

    /** How many households may be set apart before all are grouped anew: so many at least, and one in so many. */
    private static final int LATER = 4_096;

    private static final int ONE_IN = 64;

    private final Problem p;
    private final int[] cadreOf;
    private final int[] groupOf;
    private final BitSet apart = new BitSet();
    private Plan plan;
    private Placing placing;
    private Filling filling;
    private Naming naming;
    private Grouping one;
    private final BitSet looseGroups = new BitSet();
    private final BitSet unevenSeats = new BitSet();
    private final TreeMap<Integer, Integer> before = new TreeMap<>();

    private Kept(Problem problem, int[] cadreOf, long[] cadrePrice) {
        p = problem;
        this.cadreOf = cadreOf;
        groupOf = new int[p.households];
        plan = take(cadrePrice);
        placing = new Placing(plan, false, true);
        filling = new Filling(plan, false, true);
        naming = new Naming(plan, cadreOf);
        one = new Grouping(p, plan.seats, apart);
        mend();
    }

    /**
     * Takes up a plan. One pass over the households; afterwards each event is local.
     *
     * @throws BadProblem if the answer is not of this problem's size
     */
    public static Kept of(Problem problem, Matched answer) {
        Given.check(problem, answer.cadreOf(), answer.cadrePrice());
        return new Kept(problem.own(), answer.cadreOf().clone(), answer.cadrePrice());
    }

    /**
     * Takes up a plan from where {@link #write} put it. What the file says about prices need not be trusted: the plan is cheapest whatever it says.
     * What is mended later may then fall on other families than it would have without the restart, among equally cheap ways.
     *
     * @param problem as {@link #problem()} was when the plan was written
     * @throws BadProblem if this is no kept plan, of another version, of another problem, or damaged
     */
    public static Kept read(Problem problem, InputStream from) throws IOException {
        var answer = KeptFile.read(problem, from);
        return new Kept(problem.own(), answer.cadreOf(), answer.cadrePrice());
    }

    /** Writes names and prices so that the plan survives a restart: two or three bytes a household. Does not close the stream. */
    public void write(OutputStream to) throws IOException {
        KeptFile.write(p, cadreOf, prices(), to);
    }

    private Plan take(long[] cadrePrice) {
        var taken = Resuming.plan(p, cadreOf, cadrePrice, apart, Math.max(LATER, p.households / ONE_IN));
        var groups = taken.groups;
        for (int g = 0; g < groups.count; g++) {
            for (int i = groups.memberStart[g]; i < groups.memberStart[g] + groups.size[g]; i++) {
                groupOf[groups.member[i]] = g;
            }
            looseGroups.set(g, taken.loose[g] > 0);
        }
        for (int s = 0; s < taken.seats.count; s++) {
            unevenSeats.set(s, taken.have[s] != taken.load[s] || taken.seats.crowded[s]);
        }
        return taken;
    }

    /** The cadre leaves or is ill: he holds nobody. */
    public void leaves(int cadre) {
        limits(cadre, 0, 0, 0);
    }

    /**
     * The cadre must, should and may hold so many from now on.
     *
     * @throws BadProblem if the cadre is unknown or the limits do not rise from 0
     */
    public void limits(int cadre, int lower, int target, int upper) {
        known("cadre", cadre, p.cadres);
        if (lower < 0 || lower > target || target > upper) {
            throw new BadProblem("cadre " + cadre, "limits " + lower + ", " + target + ", " + upper + " do not rise");
        }
        p.lower[cadre] = lower;
        p.target[cadre] = target;
        p.upper[cadre] = upper;
        Ceiling.checkLoad(p, cadre);
        plan.seats.limit(cadre, lower, target, upper);
        plan.takeOn(plan.seats.seatOf[cadre]);
        unevenSeats.set(plan.seats.seatOf[cadre]);
    }

    /** The household moves to another village, or its need class changes. A pinned household keeps its cadre. */
    public void moves(int household, int village, int needClass) {
        known("household", household, p.households);
        known("village", village, p.villages);
        known("need class", needClass, p.classes);
        if (p.pinOf(household) >= 0) {
            p.villageOf[household] = village;
            p.classOf[household] = needClass;
            return;
        }
        detach(household);
        p.villageOf[household] = village;
        p.classOf[household] = needClass;
        attach(household);
    }

    /** The household may not have this cadre any more. */
    public void excludes(int household, int cadre) {
        known("household", household, p.households);
        known("cadre", cadre, p.cadres);
        if (p.pinOf(household) == cadre) {
            throw new BadProblem("household " + household, "cadre " + cadre + " is both pinned and excluded");
        }
        if (p.pinOf(household) < 0) {
            detach(household);
        }
        p.excluded = p.excluded.and(household, cadre);
        if (p.pinOf(household) < 0) {
            attach(household);
        }
    }

    /** Out of the plan; his seat waits for another. Everything else stays calm. */
    private void detach(int household) {
        if (plan.groups.count == plan.groups.capacity()) {
            apart.clear();
            regroup();
        }
        int g = groupOf[household];
        int c = cadreOf[household];
        if (c >= 0) {
            int s = plan.seats.seatOf[c];
            plan.remove(g, s, 1);
            plan.have[s]--;
            unevenSeats.set(s);
        } else {
            plan.loose[g]--;
        }
        plan.leave(g, household);
    }

    /** Into the plan again, by itself and without a place. */
    private void attach(int household) {
        before.putIfAbsent(household, cadreOf[household]);
        cadreOf[household] = -1;
        apart.set(household);
        one.one(household);
        int g = plan.join(one, household);
        groupOf[household] = g;
        looseGroups.set(g);
        plan.moved.set(g);
    }

    /** Makes the plan whole and cheapest again, exactly; says who changed. */
    public Mended mend() {
        var found = List.<Bottleneck>of();
        do {
            found = settle();
        } while (!nameMoved());
        before.entrySet().removeIf(e -> cadreOf[e.getKey()] == e.getValue());
        var household = new int[before.size()];
        var from = new int[household.length];
        var to = new int[household.length];
        int i = 0;
        for (var change : before.entrySet()) {
            household[i] = change.getKey();
            from[i] = change.getValue();
            to[i++] = cadreOf[change.getKey()];
        }
        before.clear();
        return new Mended(household, from, to, found);
    }

    private List<Bottleneck> settle() {
        placing.begin();
        filling.begin();
        boolean whole = true;
        for (int g = looseGroups.nextSetBit(0); g >= 0; g = looseGroups.nextSetBit(g + 1)) {
            boolean placed = placing.place(g);
            whole &= placed;
            looseGroups.set(g, !placed);
        }
        for (int s = unevenSeats.nextSetBit(0); s >= 0; s = unevenSeats.nextSetBit(s + 1)) {
            whole &= placing.relieve(s) & !plan.seats.crowded[s];
        }
        for (int s = unevenSeats.nextSetBit(0); s >= 0; s = unevenSeats.nextSetBit(s + 1)) {
            whole &= filling.fill(s);
        }
        if (whole) {
            unevenSeats.clear();
            return List.of();
        }
        return new Shortfall(plan, placing, filling).bottlenecks();
    }

    /** Names the groups that were moved. Where exclusions clash the group is parted, and the settling goes on. */
    private boolean nameMoved() {
        var clashing = new ArrayList<Integer>();
        for (int g = plan.moved.nextSetBit(0); g >= 0; g = plan.moved.nextSetBit(g + 1)) {
            var groups = plan.groups;
            int from = groups.memberStart[g];
            var was = new int[groups.size[g]];
            for (int i = 0; i < was.length; i++) {
                was[i] = cadreOf[groups.member[from + i]];
            }
            boolean named = naming.nameAgain(g);
            for (int i = 0; i < was.length; i++) {
                int h = groups.member[from + i];
                if (!named) {
                    cadreOf[h] = was[i];
                } else if (cadreOf[h] != was[i]) {
                    before.putIfAbsent(h, was[i]);
                }
            }
            if (!named) {
                clashing.add(g);
            }
        }
        plan.moved.clear();
        part(clashing);
        return clashing.isEmpty();
    }

    private void part(List<Integer> clashing) {
        var groups = plan.groups;
        int most = clashing.stream().mapToInt(g -> groups.size[g]).sum();
        if (groups.count + most <= groups.capacity()) {
            clashing.forEach(this::part);
        } else {
            clashing.forEach(g -> groups.setApart(g, apart));
            regroup();
        }
    }

    /** Who excludes somebody goes by himself. All of the group look for places anew, and their seats wait: most come back. */
    private void part(int group) {
        while (plan.spots(group) > 0) {
            int s = plan.spot(group, 0);
            int placed = plan.cellPlaced(s, plan.cell(group, s));
            plan.remove(group, s, placed);
            plan.have[s] -= placed;
            plan.loose[group] += placed;
            unevenSeats.set(s);
        }
        looseGroups.set(group);
        var groups = plan.groups;
        int from = groups.memberStart[group];
        for (int h : Arrays.copyOfRange(groups.member, from, from + groups.size[group])) {
            if (groups.bonus.excludesHere(h)) {
                plan.loose[group]--;
                plan.leave(group, h);
                attach(h);
            }
        }
    }

    private void regroup() {
        var prices = prices();
        looseGroups.clear();
        unevenSeats.clear();
        plan = take(prices);
        placing = new Placing(plan, false, true);
        filling = new Filling(plan, false, true);
        naming = new Naming(plan, cadreOf);
        one = new Grouping(p, plan.seats, apart);
    }

    private long[] prices() {
        var prices = new long[p.cadres];
        for (int s = 0; s < prices.length; s++) {
            prices[plan.seats.cadreAt[s]] = plan.price[s];
        }
        return prices;
    }

    /** Who holds this household now, or -1. */
    public int cadreOf(int household) {
        return cadreOf[household];
    }

    /** The problem as the events have left it. A copy. */
    public Problem problem() {
        return p.own();
    }

    /** The plan and its proof, once {@link #mend} has found it {@link Mended#whole}. One pass over the households. */
    public Matched matched() {
        return new Matched(cadreOf.clone(), p.price(cadreOf), prices());
    }

    private static void known(String what, int number, int size) {
        if (number < 0 || number >= size) {
            throw new BadProblem(what + " " + number, "is not among the " + size);
        }
    }
}
