package lianxin.proposal;

import java.util.UUID;

/**
 * What the cadres of a unit would bear together.
 *
 * @param households on the ground of the run; {@code least} and {@code most} are what one cadre would hold in all
 * @param full how many cadres would hold as many as they may
 * @param more what one place more with one of these would save the whole plan at most, in metres
 */
public record UnitLoad(UUID unit, int cadres, int households, int least, int most, int full, long more) {}
