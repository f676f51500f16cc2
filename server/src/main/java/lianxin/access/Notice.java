package lianxin.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody took your ground in an emergency.
 *
 * @param who their name
 * @param place code of what they took
 * @param until when it is over
 */
public record Notice(UUID id, Instant at, String who, Role role, long place, Instant until, String reason) {}
