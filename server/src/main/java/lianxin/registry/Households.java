package lianxin.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.springframework.stereotype.Service;

/** The households. Methods without a caller are for other rooms, whose services decide who may. */
@Service
public class Households {

    private final HouseholdStore store;

    Households(HouseholdStore store) {
        this.store = store;
    }

    /** The household; refused with 404 when there is none. */
    public Household require(UUID id) {
        return store.byId(id).orElseThrow(() -> RegistryRefusal.NO_SUCH_HOUSEHOLD.because(id));
    }

    /** Households by identity. */
    public Map<UUID, Household> byId(Collection<UUID> ids) {
        return store.byIds(ids).stream().collect(Collectors.toMap(Household::id, Function.identity()));
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

    /** How many households are in scope on {@code day} in each village on {@code ground}, by code. Villages without any are missing. */
    public Map<Long, Integer> perVillage(Ground ground, LocalDate day) {
        return store.perVillage(ground, day);
    }

    /** What a search for a pairing needs to know of a household. */
    public record Brief(UUID id, long place, List<String> needs) {}
}
