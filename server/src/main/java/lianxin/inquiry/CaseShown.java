package lianxin.inquiry;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody who knew its number and the last digits of the household’s telephone was shown a case; {@code by} is nobody. */
public record CaseShown(UUID subject, UUID by, Instant at) implements News {}
