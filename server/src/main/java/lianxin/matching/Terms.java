package lianxin.matching;

/**
 * What a place decides about the match of units and villages.
 *
 * @param reserve places kept free of every hundred, so that leave, illness and kinship do not make the pairing impossible
 * @param furtherUnit what it counts, in metres of walking, that a village must deal with one more unit
 */
public record Terms(int reserve, int furtherUnit) {}
