package lianxin.mediation;

import java.time.LocalDate;

/** What is to happen next in a matter, and by when. It helps whoever works on it; nobody is counted by it. */
public record Due(What what, LocalDate on) {

    /** What. */
    public enum What {
        LOOK,
        ANSWER,
        CLOSE,
        PERFORM,
        FOLLOW_UP,
        TELL,
        ARCHIVE
    }

    /** Whether the day has passed. */
    public boolean late(LocalDate today) {
        return today.isAfter(on);
    }

    /** Whether it is no further than {@code days} away. */
    public boolean near(LocalDate today, int days) {
        return !late(today) && !today.plusDays(days).isBefore(on);
    }
}
