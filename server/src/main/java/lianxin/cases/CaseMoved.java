package lianxin.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/** Something happened to a case. */
public record CaseMoved(
        UUID subject, UUID by, Instant at, @Nullable UUID household, long place, Step.Deed deed, Stage stage)
        implements News {

    @Override
    public Collection<UUID> subjects() {
        return household == null ? List.of(subject) : List.of(household);
    }
}
