package lianxin.cases;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A night has moved a lot of cases: so many were over their time, of so many the household said nothing; neither where it looked at some again or closed them. */
public record CasesStruck(UUID subject, UUID by, Instant at, int escalated, int unanswered) implements News {}
