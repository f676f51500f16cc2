package lianxin.scheme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn;
import lianxin.scope.Standing;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which units may serve which villages (单位包村, R96). A unit may be given a village, a whole township or a whole county. */
@Service
public class Grounds {

    /** Why a ground ended: its place was redrawn. */
    static final String REDRAWN = "REGION_REDRAWN";

    private final GroundStore store;
    private final Units units;
    private final ApplicationEventPublisher house;
    private final Clock clock;
    private final Standing standing;

    Grounds(GroundStore store, Units units, ApplicationEventPublisher house, Clock clock, Standing standing) {
        this.standing = standing;
        this.store = store;
        this.units = units;
        this.house = house;
        this.clock = clock;
    }

    /** Who serves any part of {@code ground} on {@code day}, by place and unit. */
    public List<UnitGround> on(Ground ground, LocalDate day) {
        return store.on(ground, day);
    }

    /** As {@link #on}, with who wrote it down, when, and after which document. */
    public List<Given> given(Ground ground, LocalDate day) {
        return store.given(ground, day);
    }

    /** How many places on {@code ground} each unit serves on {@code day}. */
    public Map<UUID, Long> perUnit(Ground ground, LocalDate day) {
        return store.perUnit(ground, day);
    }

    /** What has ended on {@code ground} by {@code day}, the latest first. */
    public List<Given> ended(Ground ground, LocalDate day, int limit) {
        return store.ended(ground, day, limit);
    }

    /** What each of {@code units} serves on {@code day}, anywhere, by place. */
    public List<UnitGround> of(Collection<UUID> units, LocalDate day) {
        return standing.house(() -> store.of(units, day));
    }

    /** What a unit serves on {@code day}, by place. */
    public List<UnitGround> of(UUID unit, LocalDate day) {
        return store.of(List.of(unit), day);
    }

    /** Whether the unit serves the place on {@code day}. */
    public boolean serves(UUID unit, long place, LocalDate day) {
        return store.serves(unit, place, day);
    }

    /**
     * Gives a unit a place to serve from {@code day} on. Refused when it serves the whole of it already.
     *
     * @param source the document by which it holds, empty for none
     */
    @Transactional
    public void put(UUID unit, DivisionCode place, LocalDate day, String source, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        var there = units.require(unit);
        var ground = place.ground();
        if (of(unit, day).stream().anyMatch(g -> g.ground().and(ground).equals(ground))) {
            throw SchemeRefusal.GROUND_GIVEN_ALREADY.because(there.name(), place);
        }
        store.begin(new UnitGround(unit, ground), new Decision(null, day, source.strip()), null, caller.id());
        tell(unit, caller.id(), RulesChanged.What.GROUND_GIVEN);
    }

    /** Takes a place from a unit from {@code day} on, for a reason. Who is whose contact there does not change until the next plan. */
    @Transactional
    public void remove(UUID unit, DivisionCode place, LocalDate day, String reason, Caller caller) {
        caller.may(Right.PAIRING_PROPOSE, place);
        if (reason.isBlank()) {
            throw SchemeRefusal.NO_REASON.because();
        }
        if (!store.end(new UnitGround(unit, place.ground()), new Decision(null, day, reason.strip()), caller.id())) {
            throw SchemeRefusal.GROUND_NOT_GIVEN.because(units.require(unit).name(), place);
        }
        tell(unit, caller.id(), RulesChanged.What.GROUND_TAKEN);
    }

    /**
     * Lets exactly these units serve these villages from a day on. What reaches beyond {@code ground}, what {@code guests} serve, and
     * what touches none of the villages stays as it is; what stays the same keeps the day it began. Whoever decides this tells it.
     *
     * @param decision under which it can be taken back
     * @param villages codes of the villages decided about
     * @param served what each unit serves of them
     */
    @Transactional
    public void adopt(
            Decision decision,
            Ground ground,
            Collection<Long> villages,
            Map<UUID, Set<DivisionCode>> served,
            Set<UUID> guests,
            Caller caller) {
        caller.may(Right.PAIRING_ADOPT);
        var decided = new TreeSet<>(villages);
        var before = new HashSet<UnitGround>();
        store.forget(ground, villages, guests, decision, caller.id());
        for (var was : on(ground, decision.day())) {
            var first = decided.ceiling(was.ground().lo());
            boolean touches = first != null && first < was.ground().hi();
            if (guests.contains(was.unit()) || !ground.and(was.ground()).equals(was.ground()) || !touches) {
                continue;
            }
            if (served.getOrDefault(was.unit(), Set.of())
                            .contains(new DivisionCode(was.ground().lo()))
                    && decided.contains(was.ground().lo())) {
                before.add(was);
                store.goOn(was, decision.day());
            } else {
                store.end(was, decision, caller.id());
            }
        }
        served.forEach((unit, places) -> places.stream()
                .sorted()
                .map(place -> new UnitGround(unit, place.ground()))
                .filter(is -> !before.contains(is))
                .forEach(is -> store.begin(is, decision, null, caller.id())));
    }

    /**
     * Takes a decision back from {@code day} on: what it began ends, what it ended goes on. Whoever decides this has looked that nothing
     * depends on it, and tells it.
     */
    @Transactional
    public void undo(UUID decision, LocalDate day, String reason, Caller caller) {
        caller.may(Right.PAIRING_ADOPT);
        store.undo(decision, day, reason, caller.id());
    }

    /**
     * A redrawn place keeps those who serve it: whoever served it under its old code serves it, or what took it over, under the new one. All
     * are looked up before one is moved: places may change codes with each other.
     */
    @EventListener
    @Transactional
    void on(RegionRedrawn news) {
        standing.houseDoes(() -> follow(news));
    }

    private void follow(RegionRedrawn news) {
        var before = new LinkedHashMap<Given, Ground>();
        for (var move : news.moves()) {
            if (move.codeAfter() != null && !move.codeAfter().equals(move.codeBefore())) {
                var is = move.codeAfter().ground();
                store.exactly(move.codeBefore().ground(), news.day()).forEach(was -> before.put(was, is));
            }
        }
        var redrawing = new Decision(null, news.day(), REDRAWN);
        before.keySet().forEach(was -> store.end(was.served(), redrawing, news.by()));
        before.forEach((was, is) -> {
            var since = was.since().isAfter(news.day()) ? was.since() : news.day();
            if (of(was.served().unit(), since).stream()
                    .noneMatch(g -> g.ground().and(is).equals(is))) {
                store.begin(
                        new UnitGround(was.served().unit(), is),
                        new Decision(null, since, was.source()),
                        was.until(),
                        news.by());
            }
        });
    }

    private void tell(UUID unit, UUID by, RulesChanged.What what) {
        house.publishEvent(new RulesChanged(unit, by, clock.instant(), what));
    }

    /**
     * A unit and a place it serves since a day.
     *
     * @param until first day it no longer does; null for none
     * @param source the document by which it does; empty where somebody gave it by hand
     * @param by the account that wrote it down, {@code at} that moment; null where nobody noted the moment
     * @param ended who ended it, when and why; null while nobody has
     */
    public record Given(
            UnitGround served,
            LocalDate since,
            @Nullable LocalDate until,
            String source,
            UUID by,
            @Nullable Instant at,
            @Nullable Ended ended) {}

    /**
     * Something decided about who serves where, from {@code day} on, after the document {@code source} or for a reason.
     *
     * @param id under which it can be taken back; null when it cannot
     */
    public record Decision(@Nullable UUID id, LocalDate day, String source) {}

    /** A unit and a place it serves. */
    public record UnitGround(UUID unit, Ground ground) {}
}
