package lianxin.matcher;

import java.util.Arrays;

/** The villages each unit serves: {@code village[start[u] .. start[u + 1])}. */
final class Villages {

    final int[] start;
    final int[] village;

    Villages(Problem p) {
        var lists = new int[p.villages][];
        for (int v = 0; v < p.villages; v++) {
            lists[v] = Arrays.copyOfRange(p.villageUnit, p.villageUnitStart[v], p.villageUnitStart[v + 1]);
        }
        var turned = Rows.turn(lists, p.units);
        start = turned[0];
        village = turned[1];
    }
}
