package lianxin.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/**
 * A clerk’s list became so many cases, or was undone.
 *
 * @param households whose they are; of those that were opened each case has told its own
 */
public record CasesBrought(
        UUID subject, UUID by, Instant at, long place, int cases, boolean undone, List<UUID> households)
        implements News {

    @Override
    public Collection<UUID> subjects() {
        return undone && !households.isEmpty() ? households : List.of(subject);
    }
}
