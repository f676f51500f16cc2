package lianxin.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import lianxin.registry.Households;
import lianxin.roster.EntryRules;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cadres. Methods without a caller are for other rooms, whose services decide who may; all others are refused with 404 off the caller's
 * ground and tell {@link CadresChanged} in the same transaction.
 */
@Service
public class Cadres {

    private final CadreStore store;
    private final UnitStore units;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Cadres(CadreStore store, UnitStore units, Households households, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.units = units;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** The cadre; refused with 404 when there is none. */
    public Cadre require(UUID id) {
        return store.byId(id).orElseThrow(() -> StaffRefusal.NO_SUCH_CADRE.because(id));
    }

    /** Cadres of units on {@code ground} in scope on {@code day}, by identity. */
    public List<Cadre> serving(Ground ground, LocalDate day) {
        return store.serving(ground, day);
    }

    /** How many cadres of units on {@code ground} are in scope on {@code day}. */
    public long countServing(Ground ground, LocalDate day) {
        return store.countServing(ground, day);
    }

    /** Cadres of units on {@code ground} in scope on {@code day} who are exempt that day, by identity. */
    public List<Cadre> exempt(Ground ground, LocalDate day) {
        return store.exempt(ground, day);
    }

    /** Cadres in scope on {@code day} whose exemption has run out by then and was not renewed, by the day it ran out. */
    public List<Cadre> expiredExemptions(Ground ground, LocalDate day) {
        return store.expiredExemptions(ground, day);
    }

    /** Cadres of a unit in scope on {@code day}, by key. */
    public List<Cadre> of(UUID unit, LocalDate day) {
        return store.of(unit, day);
    }

    /** The cadre with that key, wherever his unit is. */
    public Optional<Cadre> byKey(String key) {
        return store.byKey(key);
    }

    /** Cadres by identity. */
    public Map<UUID, Cadre> byId(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Cadre::id, Function.identity()));
    }

    /**
     * Cadres in scope today whose name, given name, pinyin initials or key begin with {@code words}, of units on {@code ground}; at most
     * {@code limit}.
     */
    public List<Cadre> search(String words, Ground ground, int limit) {
        var asked = words.strip();
        return asked.isEmpty() ? List.of() : store.search(asked, ground, today(), limit);
    }

    /** The cadre, when he is one whose entry the caller may change. */
    public Cadre forChange(UUID id, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var cadre = require(id);
        caller.may(Right.REGISTRY_WRITE, cadre.place());
        return cadre;
    }

    /** A cadre comes into scope. Refused when his key is taken. */
    @Transactional
    public UUID register(String key, CadreFacts facts, LocalDate day, Caller caller) {
        var unit = unitFor(facts, caller);
        EntryRules.keyed(key);
        EntryRules.timely(day, LocalDate.MIN, today());
        var id = Ids.next();
        EntryRules.fresh(store.add(id, key.strip(), unit.place(), facts, day), key);
        tell(id, caller, day, List.of(unit.place()), List.of());
        return id;
    }

    /** His unit, post, rank, phone, skills or capacity are other than written. {@code version} is what the caller has seen. */
    @Transactional
    public void amend(UUID cadre, int version, CadreFacts facts, Caller caller) {
        var before = changeable(cadre, version, caller);
        var unit = unitFor(facts, caller);
        store.amend(cadre, unit.place(), facts);
        tell(
                cadre,
                caller,
                today(),
                Stream.of(before.place(), unit.place()).distinct().toList(),
                List.of());
    }

    /**
     * He needs no household for now (R35): for a reason, and until a day within a year. An exemption in force is replaced. He keeps the
     * households he has until they are given to somebody else.
     */
    @Transactional
    public void exempt(UUID cadre, int version, String reason, LocalDate until, Caller caller) {
        var before = changeable(cadre, version, caller);
        CadreRules.excused(reason, until, today());
        store.exempt(cadre, reason.strip(), until);
        tell(cadre, caller, today(), List.of(before.place()), List.of());
    }

    /** His exemption no longer holds, before its time. */
    @Transactional
    public void recall(UUID cadre, int version, Caller caller) {
        var before = changeable(cadre, version, caller);
        store.exempt(cadre, null, null);
        tell(cadre, caller, today(), List.of(before.place()), List.of());
    }

    /**
     * He is no longer in scope from {@code day} on. Whoever calls this gives his households to others first, in the same transaction: while he
     * holds any beyond that day the database refuses, and so does this, with {@code cadre-holds-households}.
     */
    @Transactional
    public void leave(UUID cadre, LocalDate day, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var before = store.locked(cadre).orElseThrow(() -> StaffRefusal.NO_SUCH_CADRE.because(cadre));
        caller.may(Right.REGISTRY_WRITE, before.place());
        CadreRules.serving(before);
        EntryRules.ending(day, before.since());
        try {
            store.leave(cadre, day);
        } catch (DataIntegrityViolationException e) {
            throw StaffRefusal.CADRE_HOLDS_HOUSEHOLDS.because(before.name());
        }
        tell(cadre, caller, day, List.of(before.place()), List.of(cadre));
    }

    /** A page of the cadres on {@code ground} a caller may see, by place and identity; a unit's liaison sees its own only. */
    List<Cadre> page(
            Ground ground, LocalDate day, @Nullable UUID unit, long place, UUID last, int limit, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        if (caller.unit() != null) {
            return store.page(Ground.EVERYWHERE, day, caller.unit(), place, last, limit);
        }
        return store.page(ground.and(caller.ground()), day, unit, place, last, limit);
    }

    /** How many cadres on {@code ground} a caller may see. */
    long count(Ground ground, LocalDate day, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        return caller.unit() == null
                ? countServing(ground.and(caller.ground()), day)
                : of(caller.unit(), day).size();
    }

    /** As {@link #search(String, Ground, int)}, among those a caller may see. */
    List<Cadre> search(String words, Ground ground, int limit, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        return caller.unit() == null
                ? search(words, ground.and(caller.ground()), limit)
                : search(words, Ground.EVERYWHERE, 1000).stream()
                        .filter(c -> c.unit().equals(caller.unit()))
                        .limit(limit)
                        .toList();
    }

    private Unit unitFor(CadreFacts facts, Caller caller) {
        CadreRules.sound(facts);
        households.requireCategories(facts.skills());
        caller.may(Right.REGISTRY_WRITE);
        var unit = units.byId(facts.unit()).orElseThrow(() -> StaffRefusal.NO_SUCH_UNIT.because(facts.unit()));
        caller.may(Right.REGISTRY_WRITE, unit.place());
        return unit;
    }

    private Cadre changeable(UUID id, int version, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var cadre = store.locked(id).orElseThrow(() -> StaffRefusal.NO_SUCH_CADRE.because(id));
        caller.may(Right.REGISTRY_WRITE, cadre.place());
        EntryRules.unchanged(cadre.version(), version, cadre.key());
        CadreRules.serving(cadre);
        return cadre;
    }

    private void tell(UUID cadre, Caller caller, LocalDate day, List<Long> places, List<UUID> left) {
        house.publishEvent(new CadresChanged(cadre, caller.id(), clock.instant(), day, places, left));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }
}
