package lianxin.visit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A household on somebody’s round.
 *
 * @param since from when on he is its contact; for a First Secretary, from when on the household is in scope
 * @param forAnother whether he goes there because its contact is away
 */
public record Round(UUID household, LocalDate since, boolean forAnother) {}
