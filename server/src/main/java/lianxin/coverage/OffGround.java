package lianxin.coverage;

import java.util.UUID;

/**
 * A unit without ground in a village whose households have their contacts from it.
 *
 * @param households how many of them
 */
public record OffGround(long village, UUID unit, int households) {}
