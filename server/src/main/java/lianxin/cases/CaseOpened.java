package lianxin.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/** A case was opened. Says whose it is and of which kind, never what was said. */
public record CaseOpened(
        UUID subject, UUID by, Instant at, @Nullable UUID household, long place, Kind kind, Channel channel)
        implements News {

    @Override
    public Collection<UUID> subjects() {
        return household == null ? List.of(subject) : List.of(household);
    }
}
