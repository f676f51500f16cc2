package lianxin.repair;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Watch;
import lianxin.muster.Bottlenecked;
import lianxin.muster.Fingerprint;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.region.Ground;
import lianxin.scheme.ContactScheme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes repairs: the affected ground is read, everyone else is held, and the matcher moves as few families as possible. */
@Component
class Mending {

    private final RollCall rollCall;

    Mending(RollCall rollCall) {
        this.rollCall = rollCall;
    }

    /**
     * The repair on the first of ever wider grounds that has one; else the reason on the widest.
     *
     * @param without the cadre who leaves or is ill; null when the ground's uncovered households are to be repaired
     */
    Repair mend(List<List<Ground>> wider, LocalDate day, ContactScheme scheme, @Nullable UUID without) {
        Repair last = null;
        for (var ground : wider) {
            last = mend(rollCall.holding(ground, day, scheme, without), day, without);
            if (last.why() == null) {
                return last;
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    private static Repair mend(Roster roster, LocalDate day, @Nullable UUID without) {
        var current = roster.current();
        return switch (lianxin.matcher.Repair.fewestChanges(roster.problem(), current, Watch.none())) {
            case Matched answer -> {
                if (!lianxin.matcher.Repair.check(roster.problem(), current, answer)
                        .accepted()) {
                    throw new IllegalStateException("the proof of the repair does not hold");
                }
                yield found(roster, day, current, answer);
            }
            case Infeasible answer -> new Repair(day, List.of(), 0, 0, "", Bottlenecked.of(roster, answer));
            case lianxin.matcher.Cancelled() -> throw new IllegalStateException("nobody called it off");
        };
    }

    private static Repair found(Roster roster, LocalDate day, int[] current, Matched answer) {
        var forced = new ArrayList<Repair.Step>();
        var others = new ArrayList<Repair.Step>();
        for (int h = 0; h < current.length; h++) {
            if (answer.cadreOf()[h] != current[h]) {
                var step = step(roster, h, answer.cadreOf()[h]);
                (step.cause() == Repair.Cause.GIVES_WAY ? others : forced).add(step);
            }
        }
        int held = current.length - forced.size() - others.size();
        forced.addAll(others);
        return new Repair(day, List.copyOf(forced), others.size(), held, fingerprint(day, forced), null);
    }

    private static Repair.Step step(Roster roster, int h, int c) {
        var spot = roster.villages().get(roster.problem().villageOf(h));
        return new Repair.Step(
                roster.households().get(h),
                spot.id(),
                spot.place(),
                roster.holder(h),
                roster.posts().get(c).cadre(),
                roster.problem().distance(roster.problem().villageOf(h), c),
                cause(roster, h));
    }

    private static Repair.Cause cause(Roster roster, int h) {
        int was = roster.previous()[h];
        if (was < 0) {
            return Repair.Cause.NOBODY;
        }
        if (was >= roster.posts().size()) {
            return Repair.Cause.CONTACT_AWAY;
        }
        return roster.problem().allows(h, was) ? Repair.Cause.GIVES_WAY : Repair.Cause.NOT_ALLOWED;
    }

    private static String fingerprint(LocalDate day, List<Repair.Step> steps) {
        var text = new StringBuilder(day.toString());
        steps.forEach(s -> text.append(s.household()).append(s.to()));
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
