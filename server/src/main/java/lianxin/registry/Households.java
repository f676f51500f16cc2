package lianxin.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.privacy.Datum;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The households. Methods without a caller are for other rooms, whose services decide who may. */
@Service
public class Households {

    private final HouseholdStore store;
    private final HouseholdChanges changes;
    private final CountyTime time;
    private final Reads reads;

    Households(HouseholdStore store, HouseholdChanges changes, CountyTime time, Reads reads) {
        this.store = store;
        this.changes = changes;
        this.time = time;
        this.reads = reads;
    }

    /** The household; refused with 404 when there is none. */
    public Household require(UUID id) {
        return store.byId(id).orElseThrow(() -> RegistryRefusal.NO_SUCH_HOUSEHOLD.because(id));
    }

    /** The household with that key, if the caller may change it; refused with 404 otherwise. */
    Household named(String key, Caller caller) {
        var household = store.byKey(key.strip()).orElseThrow(() -> RegistryRefusal.NO_SUCH_HOUSEHOLD.because(key));
        caller.may(Right.REGISTRY_WRITE, household.place());
        return household;
    }

    /** The household with that key, wherever it lives. */
    public Optional<Household> byKey(String key) {
        return store.byKey(key);
    }

    /** The household with the needs kept for it, for whoever may write it down anew. */
    public Kept forChange(UUID id, Caller caller) {
        caller.may(Right.REGISTRY_WRITE);
        var household = require(id);
        caller.may(Right.REGISTRY_WRITE, household.place());
        reads.of(caller, Purpose.HOUSEHOLD_FORM, List.of(id));
        return new Kept(household, store.needs(id));
    }

    /**
     * The household as it was on {@code day}; empty before it came into scope. Its needs are always the present ones: past ones are not kept,
     * because nobody may know them any more.
     */
    public Optional<Household> asOf(UUID id, LocalDate day) {
        return store.asOf(id, day);
    }

    /** Households by identity. */
    public Map<UUID, Household> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? new HashMap<>()
                : store.byIds(ids).stream().collect(Collectors.toMap(Household::id, Function.identity()));
    }

    /** Households of a village in scope on {@code day}, after {@code last} in the order of identity; at most {@code limit}. */
    public List<Household> inVillage(long village, LocalDate day, UUID last, int limit) {
        return store.inVillage(village, day, last, limit);
    }

    /**
     * Every household on {@code ground} in scope on {@code day}, village by village and by identity, one at a time: 2 million pass through
     * without being held.
     */
    public void each(Ground ground, LocalDate day, Consumer<Brief> visitor) {
        store.each(ground, day, visitor);
    }

    /**
     * Every household on {@code ground} in scope on {@code day} with the first day one of its needs is to be reviewed, village by village, one
     * at a time.
     */
    public void export(Ground ground, LocalDate day, BiConsumer<Household, @Nullable LocalDate> visitor) {
        store.export(ground, day, visitor);
    }

    /** Households that ended on or before {@code day}, after {@code last} in the order of identity; at most {@code limit}. */
    public List<Household> endedBy(LocalDate day, UUID last, int limit) {
        return store.endedBy(day, last, limit);
    }

    /** How many households in scope on {@code day} there are of each village and needs on {@code ground}. */
    public List<Alike> alike(Ground ground, LocalDate day) {
        return store.alike(ground, day);
    }

    /** How many households are in scope on {@code day} in each village on {@code ground}, by code. Villages without any are missing. */
    public Map<Long, Integer> perVillage(Ground ground, LocalDate day) {
        return store.perVillage(ground, day);
    }

    /** How many households are in scope on {@code day} on {@code ground}. Kept as a running sum, so a city costs no more than a village. */
    public long count(Ground ground, LocalDate day) {
        return store.count(ground, day);
    }

    /**
     * Households in scope today whose head's name, given name, pinyin initials or key begin with {@code words}, on {@code ground}; those whose
     * head is called exactly so first; at most {@code limit}.
     */
    public List<Household> search(String words, Ground ground, int limit) {
        var asked = words.strip();
        return asked.isEmpty() ? List.of() : store.search(asked, ground, time.today(), limit);
    }

    /** The categories of need in force, by code. */
    public Map<String, NeedCategory> needCategories() {
        return changes.categories();
    }

    /** Refuses a category of need that nobody knows. */
    public void requireCategories(Collection<String> codes) {
        var known = needCategories();
        codes.forEach(code -> HouseholdRules.known(code, known));
    }

    /**
     * A page of the households on {@code ground} a caller may see, in the order of village and identity. A unit's liaison and a contact cadre
     * see households through whoever is their contact, never by the place.
     *
     * @param need only those with this category, null for all
     */
    List<Household> page(
            Ground ground, LocalDate day, @Nullable String need, long place, UUID last, int limit, Caller caller) {
        if (need != null) {
            Datum.NEED.mustBeReadBy(caller.role());
        }
        return told(store.page(ground.and(seen(caller)), day, need, place, last, limit), caller);
    }

    /** As {@link #search(String, Ground, int)}, on the part of {@code ground} a caller may see. */
    List<Household> search(String words, Ground ground, int limit, Caller caller) {
        return told(search(words, ground.and(seen(caller)), limit), caller);
    }

    private List<Household> told(List<Household> page, Caller caller) {
        reads.of(
                caller, Purpose.HOUSEHOLD_LIST, page.stream().map(Household::id).toList());
        return page;
    }

    private static Ground seen(Caller caller) {
        caller.may(Right.REGISTRY_READ);
        if (caller.unit() != null || caller.cadre() != null) {
            throw RegistryRefusal.HOUSEHOLDS_BY_CONTACT.because();
        }
        return caller.ground();
    }

    /** What a search for a pairing needs to know of a household. */
    public record Brief(UUID id, long place, List<String> needs) {}

    /** So many households of a village with the same needs. */
    public record Alike(long place, List<String> needs, int households) {}

    /** A household and why it counts as needing more. */
    public record Kept(Household household, List<Need> needs) {}
}
