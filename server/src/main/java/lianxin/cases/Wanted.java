package lianxin.cases;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a file is to have.
 *
 * @param from and {@code to}: heard on these days or between; null for no bound
 * @param category code; null for all
 * @param unit only what lies on this unit’s desk; null for all
 */
record Wanted(
        Ground ground,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String category,
        @Nullable Stage stage,
        @Nullable UUID unit) {}
