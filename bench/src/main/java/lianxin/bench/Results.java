package lianxin.bench;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lianxin.bench.Instance.Size;

/** Prints the table while it grows. Every figure is a median of all rounds. */
final class Results {

    private record Row(Instance instance, double wall) {}

    private final Map<Contender, Map<String, Map<Size, Row>>> rows = new EnumMap<>(Contender.class);

    Results() {
        System.out.println(
                "| Ground | Solver | Wall, s (least–most) | CPU, s | Memory above input, MB | Old generation, MB | Price above ours | Wall ÷ ours |");
        System.out.println("|---|---|---|---|---|---|---|---|");
    }

    void add(Instance instance, Map<Contender, List<Spent>> spent) {
        add(instance.toString(), spent);
        spent.forEach((who, rounds) -> rows.computeIfAbsent(who, _ -> new HashMap<>())
                .computeIfAbsent(instance.kind() + " " + instance.seed(), _ -> new EnumMap<>(Size.class))
                .put(instance.size(), new Row(instance, median(rounds, Spent::wall))));
    }

    void add(String ground, Map<Contender, List<Spent>> spent) {
        var ours = spent.get(Contender.OURS);
        spent.forEach((who, rounds) -> {
            double wall = median(rounds, Spent::wall);
            System.out.printf(
                    "| %s | %s | %.3f (%.3f–%.3f) | %.3f | %.0f | %s | %s | %s |%n",
                    ground,
                    who.title,
                    wall,
                    rounds.stream().mapToDouble(Spent::wall).min().orElseThrow(),
                    rounds.stream().mapToDouble(Spent::wall).max().orElseThrow(),
                    median(rounds, Spent::busy),
                    median(rounds, Spent::grown),
                    who == Contender.OURS ? "%.0f".formatted(median(rounds, Spent::old)) : "",
                    ours == null ? "" : "%+d".formatted(price(ground, rounds) - price(ground, ours)),
                    ours == null ? "" : "%.2f".formatted(wall / median(ours, Spent::wall)));
        });
    }

    /** How the time grows with the households: twice as many take 2^exponent times as long. */
    void exponents() {
        rows.forEach((who, kinds) -> kinds.forEach((kind, sizes) -> {
            Row small = null;
            for (var row : sizes.values()) {
                if (small != null) {
                    double households = (double) row.instance.country().households()
                            / small.instance.country().households();
                    System.out.printf(
                            "%n%s, from %s to %s: exponent %.3f%n",
                            who.title,
                            small.instance,
                            row.instance,
                            Math.log(row.wall / small.wall) / Math.log(households));
                }
                small = row;
            }
        }));
    }

    /** Every round must end with the same price. */
    private static long price(String ground, List<Spent> rounds) {
        long price = rounds.getFirst().price();
        if (rounds.stream().anyMatch(spent -> spent.price() != price)) {
            throw new IllegalStateException(ground + ": prices differ from round to round");
        }
        return price;
    }

    private static double median(List<Spent> rounds, ToDoubleFunction<Spent> what) {
        var sorted = rounds.stream().mapToDouble(what).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
