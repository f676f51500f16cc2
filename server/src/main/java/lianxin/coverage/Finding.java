package lianxin.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.Ground;

/**
 * What a check of the promises found on a ground.
 *
 * @param households in scope
 * @param uncovered of them without a contact (I-HOUSE)
 * @param broken chains with a gap or an overlap (I-NOGAP); the database does not let one be written
 * @param cadres serving in units on the ground
 * @param idle of them without a household and not excused (I-CADRE)
 * @param overloaded of them with more than they may (I-LOAD)
 * @param expiredExemptions of them whose exemption ran out
 * @param offGround households whose contact is of a unit that does not serve their village; a change of that is seen by the next check
 * @param loads how many of them hold 0, 1–4, 5–9, 10–14 … households
 * @param tookMs from the beginning of the whole check
 */
public record Finding(
        UUID id,
        Ground ground,
        Instant checkedAt,
        LocalDate day,
        long households,
        long uncovered,
        long broken,
        long cadres,
        long idle,
        long overloaded,
        long expiredExemptions,
        long offGround,
        int[] loads,
        long tookMs) {

    /** Whether all four promises hold. */
    public boolean kept() {
        return uncovered == 0 && broken == 0 && idle == 0 && overloaded == 0;
    }

    static int[] histogram(int[] held) {
        int most = 0;
        for (int h : held) {
            most = Math.max(most, h);
        }
        var bars = new int[most == 0 ? 1 : 2 + most / 5];
        for (int h : held) {
            bars[h == 0 ? 0 : 1 + h / 5]++;
        }
        return bars;
    }
}
