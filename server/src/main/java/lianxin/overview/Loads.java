package lianxin.overview;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How the cadres of a place share the work.
 *
 * @param byLoad how many cadres hold so many households; those who are exempt and hold none are left out
 * @param exempt cadres who are excused and hold none
 */
public record Loads(NavigableMap<Integer, Integer> byLoad, int exempt) {

    public Loads {
        byLoad = new TreeMap<>(byLoad);
    }

    public int cadres() {
        return byLoad.values().stream().mapToInt(Integer::intValue).sum() + exempt;
    }

    /** Cadres who should have households and have none. */
    public int idle() {
        return byLoad.getOrDefault(0, 0);
    }

    public long held() {
        return byLoad.entrySet().stream()
                .mapToLong(e -> (long) e.getKey() * e.getValue())
                .sum();
    }

    /** Half of those who hold any hold at most so many; 0 when nobody holds any. */
    public int median() {
        var holding = byLoad.tailMap(1);
        var rest = holding.values().stream().mapToInt(Integer::intValue).sum() / 2;
        for (var entry : holding.entrySet()) {
            rest -= entry.getValue();
            if (rest < 0) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** The bars of the picture: nobody, then stretches of equal width, at most sixteen; no picture when nobody holds any. */
    public List<Bar> bars() {
        if (byLoad.isEmpty() || byLoad.lastKey() == 0) {
            return List.of();
        }
        var most = byLoad.lastKey();
        var width = most <= 15 ? 1 : most <= 75 ? 5 : Math.ceilDiv(most, 150) * 10;
        return IntStream.rangeClosed(0, Math.ceilDiv(most, width))
                .mapToObj(i -> i == 0 ? bar(0, 0) : bar((i - 1) * width + 1, i * width))
                .toList();
    }

    private Bar bar(int from, int to) {
        return new Bar(
                from,
                to,
                byLoad.subMap(from, true, to, true).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /** Cadres who hold {@code from} to {@code to} households. */
    public record Bar(int from, int to, int cadres) {

        public String label() {
            return from == to ? String.valueOf(from) : from + "–" + to;
        }
    }
}
