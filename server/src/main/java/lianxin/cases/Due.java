package lianxin.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when the next step is to be taken.
 *
 * @param on the last day
 * @param yellow the working day before it: a yellow card (黄牌)
 * @param red the first working day after it: a red card (红牌)
 */
public record Due(LocalDate on, LocalDate yellow, LocalDate red) {

    /** The card a case with this deadline bears on {@code day}; null for none. */
    public static @Nullable Card card(@Nullable Due due, boolean paused, LocalDate day) {
        if (due == null || paused || day.isBefore(due.yellow())) {
            return null;
        }
        return day.isBefore(due.red()) ? Card.YELLOW : Card.RED;
    }

    /** A warning before the deadline, and one after it. */
    public enum Card {
        YELLOW,
        RED
    }
}
