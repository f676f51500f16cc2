package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringTokenizer;
import lianxin.matcher.Flow;

/**
 * A min-cost flow in the format of the first DIMACS challenge (1991): {@code p min NODES ARCS}, {@code n NODE SUPPLY},
 * {@code a FROM TO LOW CAPACITY COST}. What must flow over an arc at least is shifted into the supplies.
 */
final class DimacsFile implements Flow {

    private int[] supply = new int[0];
    private int[] from = new int[0];
    private int[] to = new int[0];
    private int[] capacity = new int[0];
    private long[] price = new long[0];
    private int count;
    private long constant;

    private DimacsFile() {}

    /** @throws IllegalArgumentException names the line that cannot be read */
    static DimacsFile read(Path path) throws IOException {
        var flow = new DimacsFile();
        try (var lines = Files.newBufferedReader(path)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    flow.line(new StringTokenizer(line));
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(path + " line " + number + " cannot be read: " + line, e);
                }
            }
        }
        if (flow.supply.length == 0
                || flow.count != flow.from.length
                || Arrays.stream(flow.supply).asLongStream().sum() != 0) {
            throw new IllegalArgumentException(
                    path + ": no «p min» line, not as many arcs as it says, or supplies that do not add up to 0");
        }
        return flow;
    }

    private void line(StringTokenizer words) {
        if (!words.hasMoreTokens()) {
            return;
        }
        switch (words.nextToken()) {
            case "c" -> {} // a remark
            case "p" -> begin(words);
            case "n" -> supply[node(words)] += Integer.parseInt(words.nextToken());
            case "a" -> arc(words);
            default -> throw new IllegalArgumentException("unknown kind of line");
        }
    }

    private void begin(StringTokenizer words) {
        if (supply.length > 0 || !words.nextToken().equals("min")) {
            throw new IllegalArgumentException("not one min-cost flow");
        }
        supply = new int[Integer.parseInt(words.nextToken())];
        int arcs = Integer.parseInt(words.nextToken());
        from = new int[arcs];
        to = new int[arcs];
        capacity = new int[arcs];
        price = new long[arcs];
    }

    private int node(StringTokenizer words) {
        return Integer.parseInt(words.nextToken()) - 1;
    }

    private void arc(StringTokenizer words) {
        from[count] = node(words);
        to[count] = node(words);
        int low = Integer.parseInt(words.nextToken());
        capacity[count] = Integer.parseInt(words.nextToken()) - low;
        price[count] = Long.parseLong(words.nextToken());
        if (low < 0 || capacity[count] < 0) {
            throw new IllegalArgumentException("capacity must be finite and not below the least");
        }
        supply[from[count]] -= low;
        supply[to[count]] += low;
        constant += low * price[count];
        count++;
    }

    @Override
    public int nodes() {
        return supply.length;
    }

    @Override
    public int supply(int node) {
        return supply[node];
    }

    @Override
    public void arcs(Arcs taker) {
        for (int a = 0; a < count; a++) {
            if (capacity[a] > 0) {
                taker.add(from[a], to[a], capacity[a], price[a]);
            }
        }
    }

    @Override
    public long constant() {
        return constant;
    }
}
