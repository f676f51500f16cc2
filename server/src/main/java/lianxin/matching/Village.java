package lianxin.matching;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.scheme.ContactScheme;

/**
 * A village as a search sees it.
 *
 * @param x metres east of the middle of the ground, {@code y} north
 * @param families how many of them need what: the sets of need categories that occur
 * @param contacts how many families have a contact of which unit today
 * @param serving units that may serve it today
 * @param pinned units that shall serve it and no others, because somebody decided so by hand; empty when the search decides
 */
record Village(
        UUID id,
        long place,
        int x,
        int y,
        Map<Set<String>, Integer> families,
        Map<UUID, Integer> contacts,
        Set<UUID> serving,
        Set<UUID> pinned) {

    /** How many families there are. */
    int size() {
        return families.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What a metre of way counts for all families together. */
    long wayPrice(ContactScheme scheme) {
        return sum(scheme, ContactScheme.Care::wayPrice);
    }

    /** What it counts that all families together must get used to somebody new. */
    long changePrice(ContactScheme scheme) {
        return sum(scheme, ContactScheme.Care::changePrice);
    }

    private long sum(ContactScheme scheme, java.util.function.ToIntFunction<ContactScheme.Care> price) {
        return families.entrySet().stream()
                .mapToLong(kind -> (long) kind.getValue() * price.applyAsInt(scheme.care(kind.getKey())))
                .sum();
    }

    /** Families to whom everybody of {@code unit} would be a stranger. Who has no contact yet knows the units that serve the village. */
    int strangersTo(UUID unit) {
        int held = contacts.values().stream().mapToInt(Integer::intValue).sum();
        int without = serving.contains(unit) ? 0 : Math.max(0, size() - held);
        return Math.min(size(), held - contacts.getOrDefault(unit, 0) + without);
    }
}
