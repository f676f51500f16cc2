package lianxin.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.roster.EntryRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may happen to a household. Each deed says the day it holds from, and the {@code version} of the household its doer has seen: whoever
 * acts on something that changed meanwhile is refused, and so is whoever sends the same deed twice.
 *
 * <p>All are refused with 404 off the caller's ground. {@link HouseholdsChanged} is told in the same transaction, so that no contact is left
 * hanging: if a listener cannot follow, nothing happened.
 */
@Service
public class HouseholdDeeds {

    private final HouseholdStore store;
    private final HouseholdChanges changes;
    private final Divisions divisions;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    HouseholdDeeds(
            HouseholdStore store,
            HouseholdChanges changes,
            Divisions divisions,
            ApplicationEventPublisher house,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.divisions = divisions;
        this.house = house;
        this.clock = clock;
    }

    /** A household comes into scope. Refused when its key is taken. */
    @Transactional
    public UUID register(String key, DivisionCode village, HouseholdFacts facts, LocalDate day, Caller caller) {
        caller.may(Right.REGISTRY_WRITE, village.value());
        EntryRules.timely(day, LocalDate.MIN, today());
        var place = divisions.require(village, day);
        HouseholdRules.village(place);
        var id = add(key, place.id(), village.value(), facts, day);
        tell(id, caller, day, List.of(village.value()), new Change(id, What.CAME, village.value(), null));
        return id;
    }

    /** Its head, group, size or needs are other than written. What it was before stays readable. */
    @Transactional
    public void correct(UUID household, int version, HouseholdFacts facts, LocalDate day, Caller caller) {
        var before = changeable(household, version, day, caller);
        HouseholdRules.sound(facts, changes.categories(), day);
        changes.remember(before, changes.factsSince(before), day);
        changes.describe(before, facts);
        changes.need(before.id(), before.place(), facts.needs(), day);
        tell(household, caller, day, List.of(before.place()));
    }

    /**
     * Parts of it become households of their own (分户). The people who leave are taken off its size; it keeps its needs, the parts have their
     * own.
     *
     * @param parts at least one, by key
     * @return identities of the parts, in the same order
     */
    @Transactional
    public List<UUID> split(
            UUID household, int version, LinkedHashMap<String, HouseholdFacts> parts, LocalDate day, Caller caller) {
        var before = changeable(household, version, day, caller);
        var stays = before.size()
                - parts.values().stream().mapToInt(HouseholdFacts::size).sum();
        if (parts.isEmpty() || stays < 1) {
            throw RegistryRefusal.SPLIT_LEAVES_NOBODY.because(before.size());
        }
        changes.remember(before, changes.factsSince(before), day);
        changes.resize(before, stays);
        var ids = new ArrayList<UUID>();
        parts.forEach((key, facts) -> ids.add(add(key, before.village(), before.place(), facts, day)));
        ids.forEach(part -> changes.descend("SPLIT", before.id(), part, before.place(), day, caller.id(), now()));
        tell(
                household,
                caller,
                day,
                List.of(before.place()),
                ids.stream()
                        .map(part -> new Change(part, What.SPLIT_OFF, before.place(), household))
                        .toArray(Change[]::new));
        return ids;
    }

    /** It becomes part of another household of the same village (并户): its people and needs go along, its contact is the other's. */
    @Transactional
    public void merge(UUID household, int version, UUID into, LocalDate day, Caller caller) {
        store.hold(household, into);
        var before = changeable(household, version, day, caller);
        var other = store.locked(into).orElseThrow(() -> RegistryRefusal.NO_SUCH_HOUSEHOLD.because(into));
        if (other.id().equals(before.id()) || other.place() != before.place()) {
            throw RegistryRefusal.MERGE_APART.because(before.key(), other.key());
        }
        HouseholdRules.living(other);
        EntryRules.timely(day, changes.factsSince(other), today());
        EntryRules.ending(day, before.since());
        changes.remember(other, changes.factsSince(other), day);
        changes.resize(other, other.size() + before.size());
        changes.needsGoAlong(before, other);
        changes.end(before, "MERGED", day);
        changes.descend("MERGED", before.id(), other.id(), other.place(), day, caller.id(), now());
        tell(
                household,
                caller,
                day,
                List.of(before.place()),
                new Change(household, What.MERGED, before.place(), other.id()));
    }

    /** It moves to another village of the caller's ground, or to another group of its village. */
    @Transactional
    public void move(UUID household, int version, DivisionCode village, int group, LocalDate day, Caller caller) {
        var before = changeable(household, version, day, caller);
        caller.may(Right.REGISTRY_WRITE, village.value());
        var place = divisions.require(village, day);
        HouseholdRules.village(place);
        if (before.village().equals(place.id()) && before.group() == group) {
            throw RegistryRefusal.ALREADY_THERE.because(before.key(), place.name());
        }
        changes.remember(before, changes.factsSince(before), day);
        changes.move(before, place.id(), village.value(), group);
        tell(
                household,
                caller,
                day,
                Stream.of(before.place(), village.value()).distinct().toList(),
                new Change(household, What.MOVED, village.value(), null));
    }

    /** It no longer exists (销户): nobody of it is left. */
    @Transactional
    public void dissolve(UUID household, int version, LocalDate day, Caller caller) {
        end(household, version, What.DISSOLVED, day, caller);
    }

    /** It has left the programme's area. */
    @Transactional
    public void moveAway(UUID household, int version, LocalDate day, Caller caller) {
        end(household, version, What.MOVED_AWAY, day, caller);
    }

    private void end(UUID household, int version, What how, LocalDate day, Caller caller) {
        var before = changeable(household, version, day, caller);
        EntryRules.ending(day, before.since());
        changes.end(before, how.name(), day);
        tell(household, caller, day, List.of(before.place()), new Change(household, how, before.place(), null));
    }

    private UUID add(String key, UUID village, long place, HouseholdFacts facts, LocalDate day) {
        EntryRules.keyed(key);
        HouseholdRules.sound(facts, changes.categories(), day);
        var id = Ids.next();
        EntryRules.fresh(changes.add(id, key.strip(), village, place, facts, day), key);
        changes.need(id, place, facts.needs(), day);
        return id;
    }

    /** The household, held until the end of the transaction, if the caller may change it and has seen it as it is. */
    private Household changeable(UUID id, int version, LocalDate day, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var household = store.locked(id).orElseThrow(() -> RegistryRefusal.NO_SUCH_HOUSEHOLD.because(id));
        caller.may(Right.REGISTRY_WRITE, household.place());
        EntryRules.unchanged(household.version(), version, household.key());
        HouseholdRules.living(household);
        EntryRules.timely(day, changes.factsSince(household), today());
        return household;
    }

    private void tell(UUID subject, Caller caller, LocalDate day, List<Long> villages, Change... told) {
        house.publishEvent(new HouseholdsChanged(subject, caller.id(), now(), day, villages, List.of(told)));
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), CountyTime.ZONE);
    }
}
