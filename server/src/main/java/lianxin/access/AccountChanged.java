package lianxin.access;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** An account was opened, closed or opened again, or its password was set by somebody else. Whoever is signed in to it must sign in anew. */
public record AccountChanged(UUID subject, UUID by, Instant at, What what) implements News {

    /** What became of it. */
    public enum What {
        OPENED,
        CLOSED,
        REOPENED,
        FIRST_PASSWORD
    }

    @Override
    public String word() {
        return "ACCOUNT_" + what.name();
    }
}
