package lianxin.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of places that was put in force.
 *
 * @param source the file's origin, or the document after which places were redrawn by hand
 * @param asOf first day it holds
 * @param sha256 checksum of the file; null when redrawn by hand
 */
public record Release(
        UUID id, String source, LocalDate asOf, @Nullable String sha256, UUID byWhom, Instant loadedAt) {}
