package lianxin.repair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairing;
import lianxin.pairing.Pairings;
import lianxin.pairing.Reason;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.scheme.Schemes;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Life changes a pairing: a cadre leaves or is ill, a household has nobody. The repair is computed at once. */
@Service
public class Repairs {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 1_000;

    private final Mending mending;
    private final Waits waits;
    private final Cadres cadres;
    private final Pairings pairings;
    private final Schemes schemes;

    Repairs(Mending mending, Waits waits, Cadres cadres, Pairings pairings, Schemes schemes) {
        this.mending = mending;
        this.waits = waits;
        this.cadres = cadres;
        this.pairings = pairings;
        this.schemes = schemes;
    }

    /** What waits at {@code place}. */
    public Waiting waiting(DivisionCode place, LocalDate day, Caller caller) {
        caller.may(Right.PAIRING_REPAIR, place);
        return waits.on(place.ground(), day);
    }

    /** Who takes over from this cadre on {@code day}. */
    @Transactional(readOnly = true)
    public Repair forCadre(UUID cadre, LocalDate day, Aim aim, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var held = held(cadre, day, caller);
        if (held.isEmpty()) {
            throw RepairRefusal.NOTHING_TO_REPAIR.because();
        }
        var villages = held.stream().map(Pairing::place).collect(Collectors.toCollection(TreeSet::new));
        return mending.mend(widening(villages), day, schemes.inForce(day), cadre, aim);
    }

    /** Everything the cadre holds; refused when any of it lies off the caller's ground. */
    private List<Pairing> held(UUID cadre, LocalDate day, Caller caller) {
        var all = new ArrayList<Pairing>();
        var last = FIRST;
        List<Pairing> some;
        do {
            some = pairings.heldBy(cadre, day, last, PAGE);
            some.forEach(p -> caller.may(Right.PAIRING_REPAIR, p.place()));
            all.addAll(some);
            last = some.isEmpty() ? last : some.getLast().household();
        } while (some.size() == PAGE);
        if (all.isEmpty()) {
            caller.may(Right.PAIRING_REPAIR, cadres.require(cadre).place());
        }
        if (all.size() != pairings.load(cadre, day)) {
            throw RepairRefusal.BEYOND_YOUR_GROUND.because();
        }
        return all;
    }

    /**
     * Who takes the households of a place that have nobody, or somebody who may no longer be their contact. On a ground larger than a township's, those
     * whose contact's unit does not serve the village are left to the pages of their townships.
     */
    @Transactional(readOnly = true)
    public Repair forPlace(DivisionCode place, LocalDate day, Aim aim, Caller caller) {
        caller.may(Right.PAIRING_REPAIR, place);
        var repair = mending.mend(looked(place.ground(), day), day, schemes.inForce(day), null, aim);
        if (repair.why() == null && repair.forced() == 0) {
            throw RepairRefusal.NOTHING_TO_REPAIR.because();
        }
        return repair;
    }

    private List<List<Ground>> looked(Ground ground, LocalDate day) {
        if (waits.small(ground, day)) {
            return List.of(List.of(ground));
        }
        var villages = waits.villages(ground, day);
        if (villages.isEmpty()) {
            throw RepairRefusal.NOTHING_TO_REPAIR.because();
        }
        return Stream.concat(
                        widening(villages).stream()
                                .map(part -> part.stream().map(ground::and).toList()),
                        Stream.of(List.of(ground)))
                .distinct()
                .toList();
    }

    /** The villages alone; if they are too narrow, their townships; then their counties. */
    private static List<List<Ground>> widening(Set<Long> villages) {
        return List.of(grounds(villages, 1), grounds(villages, 1_000), grounds(villages, 1_000_000));
    }

    private static List<Ground> grounds(Set<Long> villages, long width) {
        return villages.stream()
                .map(v -> v / width * width)
                .distinct()
                .map(lo -> new Ground(lo, lo + width))
                .toList();
    }

    /**
     * Adopts the repair that was shown; when the cadre leaves, he is no longer in scope from {@code day} on, in the same transaction.
     *
     * @param shown fingerprint of what was shown
     */
    @Transactional
    public Repair adoptForCadre(UUID cadre, LocalDate day, Aim aim, boolean leaves, String shown, Caller caller) {
        var repair = asShown(forCadre(cadre, day, aim, caller), shown);
        var reason = leaves ? Reason.CADRE_LEFT : Reason.CADRE_ILL;
        write(repair, cause -> cause == Repair.Cause.SHORTER ? Reason.PLAN_ADOPTED : reason, caller);
        if (leaves) {
            cadres.leave(cadre, day, caller);
        }
        return repair;
    }

    /** Adopts the repair of a place that was shown. */
    @Transactional
    public Repair adoptForPlace(DivisionCode place, LocalDate day, Aim aim, String shown, Caller caller) {
        var repair = asShown(forPlace(place, day, aim, caller), shown);
        write(
                repair,
                cause -> switch (cause) {
                    case NOBODY, GIVES_WAY -> Reason.HOUSEHOLD_NEW;
                    case NOT_ALLOWED -> Reason.KINSHIP;
                    case NOT_SERVED -> Reason.CORRECTED;
                    case CONTACT_AWAY -> Reason.CADRE_LEFT;
                    case SHORTER -> Reason.PLAN_ADOPTED;
                },
                caller);
        return repair;
    }

    private static Repair asShown(Repair repair, String shown) {
        if (repair.why() != null) {
            throw RepairRefusal.NO_REPAIR.because();
        }
        if (!repair.fingerprint().equals(shown)) {
            throw RepairRefusal.REPAIR_CHANGED.because(repair.steps().size());
        }
        return repair;
    }

    private void write(Repair repair, java.util.function.Function<Repair.Cause, Reason> reason, Caller caller) {
        var byReason = repair.steps().stream()
                .collect(Collectors.groupingBy(s -> reason.apply(s.cause()), TreeMap::new, Collectors.toList()));
        byReason.forEach((why, steps) -> {
            var places = steps.stream()
                    .collect(Collectors.groupingBy(Repair.Step::place, TreeMap::new, Collectors.toList()));
            var plans = places.values().stream()
                    .map(some -> new Pairings.VillagePlan(
                            some.getFirst().village(),
                            some.getFirst().place(),
                            some.stream().map(Repair.Step::household).toArray(UUID[]::new),
                            some.stream().map(Repair.Step::to).toArray(UUID[]::new)))
                    .toList();
            plans.forEach(p -> caller.may(Right.PAIRING_REPAIR, p.place()));
            pairings.adopt(new Pairings.Adoption(Ids.next(), repair.day(), why, plans), caller);
        });
    }
}
