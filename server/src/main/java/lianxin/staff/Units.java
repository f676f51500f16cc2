package lianxin.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.roster.EntryRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units, a tree. Methods without a caller are for other rooms, whose services decide who may. */
@Service
public class Units {

    private final UnitStore store;
    private final CadreStore cadres;
    private final Divisions divisions;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Units(UnitStore store, CadreStore cadres, Divisions divisions, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.cadres = cadres;
        this.divisions = divisions;
        this.house = house;
        this.clock = clock;
    }

    /** The unit; refused with 404 when there is none. */
    public Unit require(UUID id) {
        return store.byId(id).orElseThrow(() -> StaffRefusal.NO_SUCH_UNIT.because(id));
    }

    /** The unit with that key, wherever it is. */
    public Optional<Unit> byKey(String key) {
        return store.byKey(key);
    }

    /** Units on {@code ground}, by key. */
    public List<Unit> on(Ground ground) {
        return store.on(ground);
    }

    /** Units that have their seat at exactly these places, by key. */
    public List<Unit> at(Collection<Long> places) {
        return store.at(places);
    }

    /** Units by identity. */
    public Map<UUID, Unit> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? new HashMap<>()
                : store.byIds(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** Units in existence today whose name contains {@code words}, or whose initials or key begin with them, on {@code ground}. */
    public List<Unit> search(String words, Ground ground, int limit) {
        var asked = words.strip();
        return asked.isEmpty() ? List.of() : store.search(asked, ground, today(), limit);
    }

    /** The unit with that key on the caller's ground; refused with 404 when there is none. */
    Unit named(String key, Caller caller) {
        var unit = store.byKey(key.strip()).orElseThrow(() -> StaffRefusal.NO_SUCH_UNIT.because(key));
        caller.may(Right.REGISTRY_READ, unit.place());
        return unit;
    }

    /** The unit and those above and right under it, as a caller may see them; a unit's liaison sees his own only. */
    Family family(UUID id, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        var unit = require(id);
        if (caller.unit() != null) {
            if (!caller.unit().equals(id)) {
                throw StaffRefusal.NO_SUCH_UNIT.because(id);
            }
            return new Family(unit, List.of(), List.of());
        }
        caller.may(Right.REGISTRY_READ, unit.place());
        var parent = unit.parent();
        return new Family(unit, parent == null ? List.of() : store.byIds(List.of(parent)), store.under(id));
    }

    /** A page of the units on {@code ground} a caller may see, by key. */
    List<Unit> page(Ground ground, LocalDate day, String lastKey, int limit, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        return caller.unit() == null
                ? store.page(ground.and(caller.ground()), day, lastKey, limit)
                : store.byIds(List.of(caller.unit()));
    }

    /** As {@link #search(String, Ground, int)}, among those a caller may see. */
    List<Unit> search(String words, Ground ground, int limit, Caller caller) {
        caller.may(Right.REGISTRY_READ);
        return search(words, ground.and(caller.ground()), limit).stream()
                .filter(u -> caller.unit() == null || u.id().equals(caller.unit()))
                .toList();
    }

    /** A unit comes into being. Refused when its key is taken. */
    @Transactional
    public UUID register(String key, UnitFacts facts, LocalDate day, Caller caller) {
        writable(facts, day, caller);
        EntryRules.keyed(key);
        EntryRules.timely(day, LocalDate.MIN, today());
        var id = Ids.next();
        EntryRules.fresh(store.add(id, key.strip(), facts, day), key);
        tell(id, caller, day, List.of(facts.place().value()));
        return id;
    }

    /** Its name, place in the tree, kind or address are other than written. Its cadres go with it. */
    @Transactional
    public void amend(UUID unit, int version, UnitFacts facts, Caller caller) {
        var before = changeable(unit, version, caller);
        writable(facts, today(), caller);
        if (facts.parent() != null && store.isUnder(facts.parent(), unit)) {
            throw StaffRefusal.UNIT_IN_ITSELF.because(before.name());
        }
        store.amend(unit, facts);
        tell(
                unit,
                caller,
                today(),
                Stream.of(before.place(), facts.place().value()).distinct().toList());
    }

    /** It ceases to exist. Refused while cadres serve in it on or after {@code day}. */
    @Transactional
    public void close(UUID unit, int version, LocalDate day, Caller caller) {
        var before = changeable(unit, version, caller);
        EntryRules.ending(day, before.since());
        var left = cadres.of(unit, day).size();
        if (left > 0) {
            throw StaffRefusal.UNIT_HAS_CADRES.because(before.name(), left);
        }
        store.close(unit, day);
        tell(unit, caller, day, List.of(before.place()));
    }

    private void writable(UnitFacts facts, LocalDate day, Caller caller) {
        caller.may(Right.REGISTRY_WRITE, facts.place().value());
        UnitRules.sound(facts);
        divisions.require(facts.place(), day);
        if (facts.parent() != null) {
            require(facts.parent());
        }
    }

    private Unit changeable(UUID id, int version, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var unit = store.locked(id).orElseThrow(() -> StaffRefusal.NO_SUCH_UNIT.because(id));
        caller.may(Right.REGISTRY_WRITE, unit.place());
        EntryRules.unchanged(unit.version(), version, unit.key());
        return unit;
    }

    private void tell(UUID unit, Caller caller, LocalDate day, List<Long> places) {
        house.publishEvent(new CadresChanged(unit, caller.id(), clock.instant(), day, places, List.of()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    /** A unit among its relatives; {@code above} has one element or none. */
    public record Family(Unit unit, List<Unit> above, List<Unit> under) {}
}
