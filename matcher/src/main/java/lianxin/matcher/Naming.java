package lianxin.matcher;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * From "so many of this group with that cadre" to named households.
 *
 * <p>Who keeps his contact is chosen first, as many as the plan says, those with exclusions before others: somebody without can
 * always stand in for them. Then the others with exclusions choose among the remaining places, asking each other to move up where
 * needed (augmenting paths, Berge 1957); the rest take what is left. Lowest household first, lowest seat first,
 * so the same plan always gives the same names.
 */
final class Naming {

    private static final int[] NOBODY = new int[0];
    private static final int PART = 4_096;

    private final Plan plan;
    private final Seats seats;
    private final Groups groups;
    private final Bonus bonus;
    /** How many at each seat keep their contact and are not named yet, and how many in all. */
    private final int[] keep;

    private int keepers;
    final int[] cadreOf;

    private int[] spots = new int[0];
    private int[] rest = new int[0];

    Naming(Plan plan) {
        this(plan, new int[plan.problem.households]);
        for (int h = 0; h < cadreOf.length; h++) {
            cadreOf[h] = plan.problem.pinOf(h);
        }
    }

    /** Goes on from these names, in place. */
    Naming(Plan plan, int[] cadreOf) {
        this.plan = plan;
        this.cadreOf = cadreOf;
        seats = plan.seats;
        groups = plan.groups;
        bonus = groups.bonus;
        keep = new int[seats.count];
    }

    /**
     * Names all households, some groups on each processor, since groups do not look at each other. Where a group's exclusions clash, they are
     * marked to be set apart; says in how many groups.
     */
    int nameAll(BitSet apart) {
        var clashing = IntStream.rangeClosed(0, groups.count / PART)
                .parallel()
                .flatMap(part -> new Naming(plan, cadreOf).clashing(part * PART))
                .toArray();
        for (int g : clashing) {
            groups.setApart(g, apart);
        }
        return clashing.length;
    }

    private IntStream clashing(int from) {
        return IntStream.range(from, Math.min(groups.count, from + PART)).filter(g -> !name(g, NOBODY));
    }

    /** Names the group again, everyone where he was as far as can be. Says whether it comes apart into names. */
    boolean nameAgain(int group) {
        int from = groups.memberStart[group];
        var was = new int[groups.size[group]];
        for (int i = 0; i < was.length; i++) {
            was[i] = cadreOf[groups.member[from + i]];
        }
        return name(group, was) || name(group, NOBODY);
    }

    private boolean name(int group, int[] was) {
        places(group);
        int from = groups.memberStart[group];
        int to = from + groups.size[group];
        for (int i = from; i < to; i++) {
            cadreOf[groups.member[i]] = -1;
        }
        for (int i = 0; i < was.length; i++) {
            keeps(groups.member[from + i], was[i]);
        }
        boolean named = name(from, to, groups.mixed(group), was);
        for (int s : spots) {
            keep[s] = 0;
        }
        return named;
    }

    private void places(int group) {
        spots = new int[plan.spots(group)];
        for (int i = 0; i < spots.length; i++) {
            spots[i] = plan.spot(group, i);
        }
        Arrays.sort(spots);
        rest = new int[spots.length];
        keepers = 0;
        for (int i = 0; i < spots.length; i++) {
            int cell = plan.cell(group, spots[i]);
            int knot = plan.cellKnot(spots[i], cell);
            int placed = plan.cellPlaced(spots[i], cell);
            keep[spots[i]] = knot == Groups.NO_KNOT ? 0 : Math.min(placed, groups.knotCheap[knot]);
            keepers += keep[spots[i]];
            rest[i] = placed - keep[spots[i]];
        }
    }

    private boolean name(int from, int to, boolean mixed, int[] was) {
        for (int i = from; mixed && keepers > 0 && i < to; i++) {
            if (bonus.excludesHere(groups.member[i])) {
                keep(groups.member[i]);
            }
        }
        for (int i = from; keepers > 0 && i < to; i++) {
            keep(groups.member[i]);
        }
        for (int i = 0; i < was.length; i++) {
            stays(groups.member[from + i], was[i]);
        }
        if (mixed && !choose(from, to)) {
            return false;
        }
        rest(from, to);
        return true;
    }

    /** An unfinished plan has no place for some, who stay without a contact. */
    private void rest(int from, int to) {
        int spot = 0;
        for (int i = from; i < to; i++) {
            int h = groups.member[i];
            if (cadreOf[h] < 0) {
                while (spot < spots.length && rest[spot] == 0) {
                    spot++;
                }
                if (spot == spots.length) {
                    return;
                }
                rest[spot]--;
                cadreOf[h] = seats.cadreAt[spots[spot]];
            }
        }
    }

    private void stays(int h, int cadre) {
        if (cadre >= 0 && cadreOf[h] < 0) {
            int spot = Arrays.binarySearch(spots, seats.seatOf[cadre]);
            if (spot >= 0 && rest[spot] > 0 && !plan.problem.isExcluded(h, cadre)) {
                rest[spot]--;
                cadreOf[h] = cadre;
            }
        }
    }

    private void keep(int h) {
        if (cadreOf[h] < 0 && !keeps(h, plan.problem.last[h]) && plan.problem.current.length > 0) {
            keeps(h, plan.problem.current[h]);
        }
    }

    private boolean keeps(int h, int cadre) {
        if (cadre < 0 || keep[seats.seatOf[cadre]] == 0 || !bonus.saves(h, cadre)) {
            return false;
        }
        keep[seats.seatOf[cadre]]--;
        keepers--;
        cadreOf[h] = cadre;
        return true;
    }

    /** Those with exclusions who keep nobody. Says whether all found a place; else none keeps one. */
    private boolean choose(int from, int to) {
        var choosers = Arrays.stream(groups.member, from, to)
                .filter(h -> cadreOf[h] < 0 && bonus.excludesHere(h))
                .toArray();
        var at = new int[choosers.length];
        Arrays.fill(at, -1);
        for (int i = 0; i < choosers.length; i++) {
            if (!sit(i, choosers, at, new boolean[spots.length])) {
                return false;
            }
        }
        for (int i = 0; i < choosers.length; i++) {
            cadreOf[choosers[i]] = seats.cadreAt[spots[at[i]]];
        }
        return true;
    }

    /** Finds a place for chooser i, moving others up if need be. */
    private boolean sit(int i, int[] choosers, int[] at, boolean[] asked) {
        for (int s = 0; s < spots.length; s++) {
            if (rest[s] > 0 && mayHave(choosers[i], s)) {
                rest[s]--;
                at[i] = s;
                return true;
            }
        }
        for (int s = 0; s < spots.length; s++) {
            if (!asked[s] && mayHave(choosers[i], s)) {
                asked[s] = true;
                for (int j = 0; j < i; j++) {
                    if (at[j] == s && sit(j, choosers, at, asked)) {
                        at[i] = s;
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayHave(int h, int spot) {
        return !plan.problem.isExcluded(h, seats.cadreAt[spots[spot]]);
    }
}
