package lianxin.repair;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.pairing.Backup;

/**
 * What waits for a repair on a ground.
 *
 * @param uncovered households without a contact, per township code
 * @param excused cadres who are exempt but still hold households, and how many
 * @param kin households whose contact is excluded
 * @param away cadres who are away, hold households, and for whom nobody answers
 * @param unserved villages whose contacts come from a unit that does not serve them
 * @param unservedSought whether those were looked for: on a large ground every pair must be read for it
 */
public record Waiting(
        Map<Long, Integer> uncovered,
        Map<UUID, Integer> excused,
        List<UUID> kin,
        List<Away> away,
        List<Unserved> unserved,
        boolean unservedSought) {

    /** An absence and how many households wait for the cadre. */
    public record Away(Backup absence, int households) {}

    /** A unit without ground in a village, and how many of its households have their contact from it. */
    public record Unserved(long village, UUID unit, int households) {}

    /** Households without a contact. */
    public int withNobody() {
        return uncovered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Households whose contact's unit does not serve their village. */
    public int unservedHouseholds() {
        return unserved.stream().mapToInt(Unserved::households).sum();
    }

    /** Whether nothing waits. */
    public boolean nothing() {
        return uncovered.isEmpty() && excused.isEmpty() && kin.isEmpty() && away.isEmpty() && unserved.isEmpty();
    }
}
