package lianxin.visit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A household’s turn put off.
 *
 * @param reason code of a {@link Lists.DeferralReason}
 * @param on the day it was put off
 */
public record Deferral(UUID household, LocalDate until, String reason, LocalDate on) {}
