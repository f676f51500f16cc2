package lianxin.matcher;

import java.math.BigInteger;
import java.util.List;

/**
 * What {@link Certificate} found.
 *
 * @param faults what is wrong, at most a hundred; none if the answer is a proven optimum
 * @param price what the assignment costs, counted anew
 * @param bound what every assignment costs at least, by the prices of the answer
 */
public record Verdict(List<Fault> faults, BigInteger price, BigInteger bound) {

    /** Allowed, within all limits, rightly priced, and provably the cheapest. */
    public boolean accepted() {
        return faults.isEmpty();
    }
}
