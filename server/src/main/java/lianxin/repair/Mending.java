package lianxin.repair;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Watch;
import lianxin.muster.Bottlenecked;
import lianxin.muster.Fingerprint;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.region.Ground;
import lianxin.scheme.ContactScheme;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes repairs: the affected ground is read, everyone else is held, and the matcher moves as few families as possible. */
@Component
class Mending {

    private final RollCall rollCall;
    private final Cadres cadres;

    Mending(RollCall rollCall, Cadres cadres) {
        this.rollCall = rollCall;
        this.cadres = cadres;
    }

    /**
     * The repair with the fewest changes on ever wider grounds; the wider are not looked at once nobody gives way, since fewer cannot change. Without
     * any, the reason on the widest.
     *
     * @param without the cadre who leaves or is ill; null when the ground's uncovered households are to be repaired
     */
    Repair mend(List<List<Ground>> wider, LocalDate day, ContactScheme scheme, @Nullable UUID without) {
        Repair best = null;
        for (var ground : wider) {
            var next = mend(rollCall.holding(ground, day, scheme, without), day, without);
            if (best == null || best.why() != null || (next.why() == null && next.others() < best.others())) {
                best = next;
            }
            if (best.why() == null && best.others() == 0) {
                return best;
            }
        }
        return Objects.requireNonNull(best);
    }

    private Repair mend(Roster roster, LocalDate day, @Nullable UUID without) {
        var current = roster.current();
        return switch (lianxin.matcher.Repair.fewestChanges(roster.problem(), current, Watch.none())) {
            case Matched answer -> {
                if (!lianxin.matcher.Repair.check(roster.problem(), current, answer)
                        .accepted()) {
                    throw new IllegalStateException("the proof of the repair does not hold");
                }
                yield found(roster, day, current, answer, elsewhere(roster, day, without));
            }
            case Infeasible answer -> new Repair(day, List.of(), 0, 0, "", Bottlenecked.of(roster, answer));
            case lianxin.matcher.Cancelled() -> throw new IllegalStateException("nobody called it off");
        };
    }

    /** Contacts who are there but take no part here: their unit does not serve this ground. */
    private Set<UUID> elsewhere(Roster roster, LocalDate day, @Nullable UUID without) {
        return cadres.byId(roster.strangers()).values().stream()
                .filter(c -> c.serves(day) && !c.exempt(day) && !c.id().equals(without))
                .map(Cadre::id)
                .collect(Collectors.toSet());
    }

    private static Repair found(Roster roster, LocalDate day, int[] current, Matched answer, Set<UUID> elsewhere) {
        var forced = new ArrayList<Repair.Step>();
        var others = new ArrayList<Repair.Step>();
        for (int h = 0; h < current.length; h++) {
            if (answer.cadreOf()[h] != current[h]) {
                var step = step(roster, h, answer.cadreOf()[h], elsewhere);
                (step.cause() == Repair.Cause.GIVES_WAY ? others : forced).add(step);
            }
        }
        int held = current.length - forced.size() - others.size();
        forced.addAll(others);
        return new Repair(day, List.copyOf(forced), others.size(), held, fingerprint(day, forced), null);
    }

    private static Repair.Step step(Roster roster, int h, int c, Set<UUID> elsewhere) {
        var spot = roster.villages().get(roster.problem().villageOf(h));
        return new Repair.Step(
                roster.households().get(h),
                spot.id(),
                spot.place(),
                roster.holder(h),
                roster.posts().get(c).cadre(),
                roster.problem().distance(roster.problem().villageOf(h), c),
                cause(roster, h, elsewhere));
    }

    private static Repair.Cause cause(Roster roster, int h, Set<UUID> elsewhere) {
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
        return roster.problem().allows(h, was) ? Repair.Cause.GIVES_WAY : Repair.Cause.NOT_SERVED;
    }

    private static String fingerprint(LocalDate day, List<Repair.Step> steps) {
        var text = new StringBuilder(day.toString());
        steps.forEach(s -> text.append(s.household()).append(s.to()));
        return Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
