package lianxin.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a family was promised (R39).
 *
 * @param by the account that promised it
 * @param result what came of it, as whoever did it says; null while it is open
 */
public record Promise(
        UUID id,
        UUID household,
        long place,
        String need,
        String action,
        LocalDate dueOn,
        UUID by,
        @Nullable String result,
        @Nullable LocalDate doneOn) {}
