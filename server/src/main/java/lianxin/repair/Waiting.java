package lianxin.repair;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What waits for a repair on a ground.
 *
 * @param uncovered households without a contact, per township code
 * @param excused cadres who are exempt but still hold households, and how many
 * @param kin households whose contact is excluded
 */
public record Waiting(Map<Long, Integer> uncovered, Map<UUID, Integer> excused, List<UUID> kin) {

    /** Households without a contact. */
    public int withNobody() {
        return uncovered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nothing waits. */
    public boolean nothing() {
        return uncovered.isEmpty() && excused.isEmpty() && kin.isEmpty();
    }
}
