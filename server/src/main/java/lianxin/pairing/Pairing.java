package lianxin.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a household's chain: who its one fixed contact (固定联系人) was.
 *
 * @param cadre the contact; null while the household was not in scope
 * @param since first day
 * @param until first day of the next stretch; null for the last one
 * @param reason why it began
 * @param place division code of the household's village
 * @param run the proposal it was adopted from; null when it was not
 * @param recordedAt when we knew
 */
public record Pairing(
        UUID household,
        @Nullable UUID cadre,
        LocalDate since,
        @Nullable LocalDate until,
        Reason reason,
        long place,
        @Nullable UUID run,
        Instant recordedAt) {}
