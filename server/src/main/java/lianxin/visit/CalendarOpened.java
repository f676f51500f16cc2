package lianxin.visit;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody lets a calendar read his round, or no longer. */
public record CalendarOpened(UUID subject, UUID by, Instant at, boolean open) implements News {

    @Override
    public String word() {
        return open ? "CALENDAR_OPENED" : "CALENDAR_ENDED";
    }
}
