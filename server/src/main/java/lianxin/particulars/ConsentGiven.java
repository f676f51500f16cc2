package lianxin.particulars;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A household agreed that a particular of its is kept; somebody wrote it down with the day. Says for what, never which number. */
public record ConsentGiven(UUID subject, UUID by, Instant at, Kind kind) implements News {

    @Override
    public String word() {
        return "CONSENT_TO_" + kind.datum.aim().name();
    }
}
