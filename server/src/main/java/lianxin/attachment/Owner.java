package lianxin.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Beside what a file lies.
 *
 * @param household whose data it is then: its copy has it, its erasure takes it; null when it is no household’s
 */
public record Owner(UUID id, @Nullable UUID household, long place) {}
