package lianxin.matcher;

import java.util.List;

/**
 * What it took to make a plan in force whole and cheapest again.
 *
 * @param household those who have another contact now, ascending
 * @param from their contact before, or -1
 * @param to their contact now, or -1 where no place was found
 * @param bottlenecks why some have no place, or some cadre too few households; empty if all is well
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Mended(int[] household, int[] from, int[] to, List<Bottleneck> bottlenecks) {

    /** Whether everybody has a place within all limits: then the plan is provably a cheapest one. */
    public boolean whole() {
        return bottlenecks.isEmpty();
    }
}
