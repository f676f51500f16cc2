package lianxin.repair;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.coverage.OffGround;
import lianxin.pairing.Backup;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a repair on a ground.
 *
 * @param uncovered households without a contact, per township code
 * @param excused cadres who are exempt but still hold households, and how many
 * @param kin households whose contact is excluded
 * @param away cadres who are away, hold households, and for whom nobody answers
 * @param unserved villages whose contacts come from a unit that does not serve them
 * @param checked the same on a large ground, where every pair would have to be read: what the last check found; null on a small one
 */
public record Waiting(
        Map<Long, Integer> uncovered,
        Map<UUID, Integer> excused,
        List<UUID> kin,
        List<Away> away,
        List<OffGround> unserved,
        @Nullable Checked checked) {

    /** An absence and how many households wait for the cadre. */
    public record Away(Backup absence, int households) {}

    /**
     * Households whose contacts come from a unit that does not serve their village, as the last check found them.
     *
     * @param oldest when the township that was not looked at for longest was; null when none ever was
     * @param townships households per township code
     */
    public record Checked(@Nullable Instant oldest, Map<Long, Long> townships) {}

    /** Households without a contact. */
    public int withNobody() {
        return uncovered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Households whose contact's unit does not serve their village. */
    public long unservedHouseholds() {
        return unserved.stream().mapToLong(OffGround::households).sum()
                + (checked == null
                        ? 0
                        : checked.townships().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }

    /** Whether nothing waits. */
    public boolean nothing() {
        return uncovered.isEmpty() && excused.isEmpty() && kin.isEmpty() && away.isEmpty() && unservedHouseholds() == 0;
    }
}
