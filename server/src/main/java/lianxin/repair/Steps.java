package lianxin.repair;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.matcher.Matched;
import lianxin.muster.Bottlenecked;
import lianxin.muster.Fingerprint;
import lianxin.muster.Roster;

/**
 * The matcher's answer as a repair: who goes from whom to whom, and why.
 *
 * @param elsewhere contacts who are there but take no part: their unit does not serve this ground
 */
record Steps(Roster roster, Set<UUID> elsewhere) {

    /** There is no repair, and this is why. */
    static Repair none(LocalDate day, Bottlenecked why) {
        return new Repair(Aim.FEWEST, day, List.of(), 0, 0, "", why, List.of());
    }

    Repair repair(Aim aim, LocalDate day, Matched answer, List<Repair.Choice> choices) {
        var current = roster.current();
        var forced = new ArrayList<Repair.Step>();
        var others = new ArrayList<Repair.Step>();
        var mayKeep = aim == Aim.FEWEST ? Repair.Cause.GIVES_WAY : Repair.Cause.SHORTER;
        for (int h = 0; h < current.length; h++) {
            int to = answer.cadreOf()[h];
            if (to != current[h]) {
                var cause = cause(h, mayKeep);
                (cause == mayKeep ? others : forced).add(step(h, to, cause));
            }
        }
        int held = current.length - forced.size() - others.size();
        forced.addAll(others);
        return new Repair(
                aim,
                day,
                List.copyOf(forced),
                others.size(),
                held,
                fingerprint(day, forced),
                null,
                List.copyOf(choices));
    }

    private Repair.Step step(int h, int c, Repair.Cause cause) {
        var spot = roster.villages().get(roster.problem().villageOf(h));
        return new Repair.Step(
                roster.households().get(h),
                spot.id(),
                spot.place(),
                roster.holder(h),
                roster.posts().get(c).cadre(),
                roster.problem().distance(roster.problem().villageOf(h), c),
                cause);
    }

    private Repair.Cause cause(int h, Repair.Cause mayKeep) {
        int was = roster.previous()[h];
        if (was < 0) {
            return Repair.Cause.NOBODY;
        }
        if (was >= roster.posts().size()) {
            return elsewhere.contains(roster.holder(h)) ? Repair.Cause.NOT_SERVED : Repair.Cause.CONTACT_AWAY;
        }
        if (roster.problem().isExcluded(h, was)) {
            return Repair.Cause.NOT_ALLOWED;
        }
        return roster.problem().allows(h, was) ? mayKeep : Repair.Cause.NOT_SERVED;
    }

    private static String fingerprint(LocalDate day, List<Repair.Step> steps) {
        var text = new StringBuilder(day.toString());
        steps.forEach(s -> text.append(s.household()).append(s.to()));
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
