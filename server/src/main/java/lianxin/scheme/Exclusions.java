package lianxin.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn;
import lianxin.registry.Households;
import lianxin.registry.HouseholdsChanged;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.scheme.ExclusionStore.Heir;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs that must not be: kinship above all. No plan with such a pair is adopted. Nothing written down here is rewritten, only ended. */
@Service
public class Exclusions {

    private static final int LONGEST = 200;

    private final ExclusionStore store;
    private final Grounds grounds;
    private final Households households;
    private final Divisions divisions;
    private final Cadres cadres;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Exclusions(
            ExclusionStore store,
            Grounds grounds,
            Households households,
            Divisions divisions,
            Cadres cadres,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.grounds = grounds;
        this.households = households;
        this.divisions = divisions;
        this.cadres = cadres;
        this.house = house;
        this.clock = clock;
    }

    /** What is excluded on {@code day} on {@code ground}: by village, first what holds for the whole of it. */
    public List<Exclusion> on(Ground ground, LocalDate day) {
        return store.on(ground, day);
    }

    /** What is excluded on {@code day} or on any day after it, wherever. */
    public List<Exclusion> from(LocalDate day) {
        return store.from(day);
    }

    /** What was excluded on {@code ground} and has ended by {@code day}, the latest first. */
    public List<Exclusion> ended(Ground ground, LocalDate day, int limit) {
        return store.ended(ground, day, limit);
    }

    /** Whether the caller may say who is not to be this cadre's household in {@code place}: the cadre is his, or serves there. */
    public boolean within(UUID unit, long cadrePlace, long place, Ground ground) {
        return ground.contains(place) && (ground.contains(cadrePlace) || grounds.serves(unit, place, today()));
    }

    /**
     * Excludes a household and a cadre from today on. If the two are paired now, the household wants another contact: that is a deed of its
     * own. Refused without a reason, or when it would end before it begins.
     *
     * @param source the document it is by, empty for none
     * @param until first day they may be paired again; null for none
     */
    @Transactional
    public void exclude(
            UUID household, UUID cadre, String reason, String source, @Nullable LocalDate until, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var family = households.require(household);
        exclude(household, null, family.place(), family.key(), cadre, new Words(reason, source, until), caller);
    }

    /** As {@link #exclude}, of every household of a village, whoever lives there. */
    @Transactional
    public void excludeVillage(
            DivisionCode village, UUID cadre, String reason, String source, @Nullable LocalDate until, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var there = divisions.require(village);
        exclude(null, there.id(), village.value(), there.name(), cadre, new Words(reason, source, until), caller);
    }

    private void exclude(
            @Nullable UUID household,
            @Nullable UUID village,
            long place,
            String name,
            UUID cadre,
            Words said,
            Caller caller) {
        caller.may(Right.PAIRING_REPAIR, place);
        var person = cadres.require(cadre);
        if (!within(person.unit(), person.place(), place, caller.ground())) {
            caller.may(Right.PAIRING_REPAIR, person.place());
        }
        said.sound(today());
        if (!put(new Exclusion(
                Ids.next(),
                household,
                village,
                cadre,
                place,
                said.reason().strip(),
                said.source().strip(),
                today(),
                said.until(),
                caller.id(),
                null,
                null))) {
            throw SchemeRefusal.EXCLUDED_ALREADY.because(name);
        }
    }

    /** Admits an excluded pair again from today on. Refused when it has ended, and without a reason. */
    @Transactional
    public void admit(UUID exclusion, String reason, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var it = store.byId(exclusion).orElseThrow(SchemeRefusal.NOT_EXCLUDED::because);
        caller.may(Right.PAIRING_REPAIR, it.place());
        new Words(reason, "", null).sound(today());
        if (!store.end(exclusion, today(), caller.id(), reason.strip())) {
            throw SchemeRefusal.NOT_EXCLUDED.because();
        }
        house.publishEvent(new RulesChanged(subject(it), caller.id(), clock.instant(), RulesChanged.What.ADMITTED));
    }

    /** Writes the pair down for good unless it is excluded already; says whether it was written. */
    public boolean put(UUID household, UUID cadre, long place, String reason, LocalDate day, UUID by) {
        return put(new Exclusion(Ids.next(), household, null, cadre, place, reason, "", day, null, by, null, null));
    }

    private boolean put(Exclusion it) {
        var written = store.add(it);
        if (written) {
            house.publishEvent(new RulesChanged(subject(it), it.by(), clock.instant(), RulesChanged.What.EXCLUDED));
        }
        return written;
    }

    /** A household takes its exclusions along to where it lives. */
    @EventListener
    @Transactional
    void on(HouseholdsChanged news) {
        var moved = news.changes().stream()
                .filter(c -> c.what() == What.MOVED || c.what() == What.RECODED)
                .toList();
        if (!moved.isEmpty()) {
            store.moved(moved);
        }
    }

    /** A redrawn village keeps its exclusions, and hands them to what takes it over. */
    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        store.redrawn(
                news.moves().stream()
                        .filter(m -> m.successor() != null && m.codeAfter() != null)
                        .map(m -> new Heir(
                                m.division(), m.successor(), m.codeAfter().value()))
                        .toList(),
                news.day());
    }

    private static UUID subject(Exclusion it) {
        return it.household() != null ? it.household() : java.util.Objects.requireNonNull(it.village());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    /** Why, after which document, and until when. */
    private record Words(
            String reason, String source, @Nullable LocalDate until) {

        void sound(LocalDate today) {
            if (reason.isBlank()
                    || reason.length() > LONGEST
                    || source.length() > LONGEST
                    || until != null && !until.isAfter(today)) {
                throw SchemeRefusal.EXCLUSION_UNSOUND.because(LONGEST);
            }
        }
    }
}
