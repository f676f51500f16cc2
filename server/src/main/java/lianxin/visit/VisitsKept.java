package lianxin.visit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Visits were written down, all that came in at once. Says to whose door, never what was said there.
 *
 * @param subject the batch
 * @param households whose door it was
 * @param needs the visits among them on which a need was heard
 */
public record VisitsKept(UUID subject, UUID by, Instant at, List<UUID> households, List<UUID> needs) implements News {

    @Override
    public List<UUID> subjects() {
        return households;
    }
}
