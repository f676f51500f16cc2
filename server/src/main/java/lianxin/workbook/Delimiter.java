package lianxin.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out what separates the cells of a text file: the sign that comes equally often in most of its first lines. */
final class Delimiter {

    private static final char[] KNOWN = {',', '\t', ';'};
    private static final int LINES = 20;

    private Delimiter() {}

    static char of(String head) {
        if (head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4) {
            return head.charAt(4);
        }
        char best = ',';
        long most = 0;
        for (char candidate : KNOWN) {
            var counts = counts(head, candidate);
            long usual = counts.stream()
                    .filter(n -> n > 0)
                    .collect(Collectors.groupingBy(n -> n, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getValue)
                    .orElse(0L);
            if (usual > most) {
                most = usual;
                best = candidate;
            }
        }
        return best;
    }

    /** How often the sign stands outside quotes, line by line. */
    private static List<Integer> counts(String head, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < head.length() && counts.size() < LINES; i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == candidate && !quoted) {
                count++;
            } else if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        counts.add(count);
        return counts;
    }
}
