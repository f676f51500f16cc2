package lianxin.access;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Somebody with several mandates chose the one he acts under from now on.
 *
 * @param subject the account
 */
public record MandateUsed(UUID subject, UUID by, Instant at, UUID mandate) implements News {}
