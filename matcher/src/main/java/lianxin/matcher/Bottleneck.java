package lianxin.matcher;

import java.util.Arrays;

/**
 * One group of villages and cadres that cannot work out, in numbers that anyone can add up.
 *
 * @param villages the villages concerned, ascending
 * @param units the units of {@code cadres}, ascending
 * @param cadres all cadres who could take these households ({@code TOO_FEW_PLACES}), or whose limits cannot be met
 *     ({@code TOO_FEW_HOUSEHOLDS}), ascending
 * @param households the single households concerned where the village alone does not say it: those with exclusions or
 *     pins, and those with nobody at all; ascending
 * @param need households that need a place, or households that the lower limits ask for
 * @param room places there are for them, or households there are
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
public record Bottleneck(Kind kind, int[] villages, int[] units, int[] cadres, int[] households, long need, long room) {

    /** What is short. */
    public enum Kind {
        /** The households of these villages outnumber what all cadres who may take them can take together. */
        TOO_FEW_PLACES,
        /** The lower limits of these cadres ask for more households than they may have. */
        TOO_FEW_HOUSEHOLDS,
        /** These households have no cadre at all: no unit serves the village, or all are excluded. */
        NOBODY_ELIGIBLE
    }

    @Override
    public String toString() {
        return kind + ": " + need + " > " + room + ", villages " + Arrays.toString(villages) + ", units "
                + Arrays.toString(units) + ", cadres " + Arrays.toString(cadres) + ", households "
                + Arrays.toString(households);
    }
}
