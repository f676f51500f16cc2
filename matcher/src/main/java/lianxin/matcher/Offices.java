package lianxin.matcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cadres of one unit who sit at one spot and have one profile. To a family that knows none of them, and may have any of them, they are
 * the same but for the price of a place: a search looks at the office as a whole, and goes in only as far as it must.
 */
final class Offices {

    /** The office of a seat that stands alone. */
    static final int NONE = -1;

    /** Cadres by unit, those of an office side by side where its first one stands, otherwise by number. */
    final int[] cadreAt;
    /** The office of each seat in this order. */
    final int[] of;

    final int count;
    /** The seats of office o are {@code start[o] .. end[o]}. */
    final int[] start;

    final int[] end;

    Offices(Problem p) {
        cadreAt = new int[p.cadres];
        of = new int[p.cadres];
        var first = IntStream.builder();
        var last = IntStream.builder();
        int seat = 0;
        int offices = 0;
        for (int u = 0; u < p.units; u++) {
            for (var together : together(p, u)) {
                boolean alone = together.size() == 1;
                int office = alone ? NONE : offices++;
                if (!alone) {
                    first.add(seat);
                    last.add(seat + together.size());
                }
                for (int c : together) {
                    of[seat] = office;
                    cadreAt[seat++] = c;
                }
            }
        }
        count = offices;
        start = first.build().toArray();
        end = last.build().toArray();
    }

    /** How many seats and offices there are to choose between for somebody who knows nobody. */
    int different() {
        int different = count;
        for (int office : of) {
            different += office == NONE ? 1 : 0;
        }
        return different;
    }

    private static Iterable<List<Integer>> together(Problem p, int unit) {
        var bySpot = new LinkedHashMap<Spot, List<Integer>>();
        for (int i = p.unitCadreStart[unit]; i < p.unitCadreStart[unit + 1]; i++) {
            int c = p.unitCadre[i];
            bySpot.computeIfAbsent(new Spot(p.cadreX[c], p.cadreY[c], p.profileOf[c]), _ -> new ArrayList<>())
                    .add(c);
        }
        return bySpot.values();
    }

    private record Spot(int x, int y, int profile) {}
}
