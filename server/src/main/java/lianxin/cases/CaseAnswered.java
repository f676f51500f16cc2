package lianxin.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/** A household said what it thinks of a reply, or did not. */
public record CaseAnswered(
        UUID subject, UUID by, Instant at, @Nullable UUID household, long place, Voice voice, Way way) implements News {

    @Override
    public Collection<UUID> subjects() {
        return household == null ? List.of(subject) : List.of(household);
    }
}
