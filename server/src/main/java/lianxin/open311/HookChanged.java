package lianxin.open311;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody subscribed a program to cases, ended that, had it tried again, or had something sent again. */
public record HookChanged(UUID subject, UUID by, Instant at, How how) implements News {

    /** What was done. */
    public enum How {
        SUBSCRIBED,
        ENDED,
        RESUMED,
        SENT_AGAIN
    }

    @Override
    public String word() {
        return "HOOK_" + how.name();
    }
}
