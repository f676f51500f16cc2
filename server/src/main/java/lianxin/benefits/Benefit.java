package lianxin.benefits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an office says it sent to a household.
 *
 * @param policy or project it comes from, as the office calls it
 * @param amount in yuan; null when it has no value in money
 * @param source the document the office names for it
 * @param said what the household says; null while it has said nothing
 * @param issue the case it became
 */
public record Benefit(
        UUID id,
        UUID batch,
        UUID household,
        long place,
        Kind kind,
        String policy,
        @Nullable BigDecimal amount,
        LocalDate arrivedOn,
        String source,
        @Nullable Said said,
        @Nullable UUID issue) {}
