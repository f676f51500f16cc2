package lianxin.filing;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;
import lianxin.privacy.Aim;

/** An impact assessment of a purpose was entered. */
public record Assessed(UUID subject, UUID by, Instant at, Aim aim) implements News {}
