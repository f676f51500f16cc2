package lianxin.pairing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a cadre's households while he is away.
 *
 * @param backup null while nobody is named
 * @param since first day away
 * @param until first day back
 */
public record Backup(UUID cadre, @Nullable UUID backup, Why reason, LocalDate since, LocalDate until) {

    /** Why he is away. */
    public enum Why {
        LEAVE,
        ILLNESS,
        TRAINING,
        DUTY_ELSEWHERE
    }
}
