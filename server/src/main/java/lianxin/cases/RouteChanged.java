package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A rule that says who handles what began, or ended. */
public record RouteChanged(UUID subject, UUID by, Instant at, boolean ended) implements News {
    @Override
    public String word() {
        return ended ? "CaseRouteEnded" : "CaseRouteAdded";
    }
}
