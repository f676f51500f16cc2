package lianxin.survey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Places lie elsewhere than was thought; ways are weighed anew by the next plan.
 *
 * @param subject the load that brought it, or took it back
 * @param places codes of the places
 */
public record PointsChanged(UUID subject, UUID by, Instant at, List<Long> places) implements News {}
