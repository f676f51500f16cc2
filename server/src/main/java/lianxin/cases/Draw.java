package lianxin.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * Cases drawn by lot to be called back. Whoever orders the {@code population} cases by the SHA-256 of {@code seed} and their identity, and takes the first
 * {@code wanted}, comes to the same.
 */
public record Draw(UUID id, long lo, long hi, String seed, int population, int wanted, int drawn, Instant at) {}
