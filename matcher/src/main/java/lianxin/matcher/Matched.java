package lianxin.matcher;

/**
 * A cheapest assignment and its proof.
 *
 * @param cadreOf the one contact of each household
 * @param price what all pairs and all loads cost together
 * @param cadrePrice the proof: what one more household with this cadre costs the whole, in metres, beyond the pair's own
 *     price. Negative where he still needs households. With these numbers {@link Certificate} shows, without trusting the
 *     solver, that nothing cheaper exists
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
public record Matched(int[] cadreOf, long price, long[] cadrePrice) implements Outcome {}
