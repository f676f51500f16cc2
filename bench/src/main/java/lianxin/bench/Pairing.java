package lianxin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lianxin.bench.Instance.Size;
import lianxin.matcher.Aggregated;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The matcher beside general min-cost-flow solvers, in alternation, every measurement in a fresh process. */
@Command(
        name = "pairing",
        description = "the matcher beside OR-Tools, LEMON and JGraphT on the same grounds, in alternation",
        mixinStandardHelpOptions = true)
final class Pairing implements Callable<Integer> {

    @Mixin
    private final Instances instances = new Instances();

    @Option(names = "--rounds", description = "measurements of each; 5 unless said")
    private int rounds = 5;

    @Option(names = "--warm", description = "solutions in the same JVM before the one that counts; 0 unless said")
    private int warm;

    @Option(
            names = "--only",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; unless said all that are installed, JGraphT for a township alone")
    private @Nullable List<Contender> only;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var results = new Results();
        try (var lemon = Lemon.here()) {
            for (var instance : instances.all()) {
                results.add(instance, measure(instance, lemon));
            }
        }
        results.exponents();
        return 0;
    }

    private Map<Contender, List<Spent>> measure(Instance instance, Lemon lemon)
            throws IOException, InterruptedException {
        var contenders = contenders(instance, lemon);
        if (contenders.contains(Contender.LEMON)) {
            lemon.take(new Aggregated(instance.country().problem()));
        }
        Map<Contender, List<Spent>> spent = new EnumMap<>(Contender.class);
        for (int round = 0; round < rounds; round++) {
            for (var contender : contenders) {
                spent.computeIfAbsent(contender, _ -> new ArrayList<>())
                        .add(contender == Contender.LEMON ? lemon.solve() : solo(instance, contender));
            }
        }
        return spent;
    }

    private List<Contender> contenders(Instance instance, Lemon lemon) {
        var wanted = only != null ? only : List.of(Contender.values());
        return wanted.stream()
                .filter(who -> switch (who) {
                    case OURS, ORTOOLS -> true;
                    case LEMON -> lemon.installed();
                    case JGRAPHT -> only != null || instance.size() == Size.TOWNSHIP;
                })
                .toList();
    }

    private Spent solo(Instance instance, Contender contender) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("solo", "--who=" + contender, "--warm=" + warm));
        arguments.addAll(instance.options());
        return Fork.java(heap(instance, contender), arguments);
    }

    /** Ours as little as it needs; peers in Java as much as they like. */
    private static String heap(Instance instance, Contender contender) {
        return contender == Contender.JGRAPHT
                ? "8g"
                : switch (instance.size()) {
                    case TOWNSHIP, COUNTY, SLICE -> "256m";
                    case CITY -> "700m";
                    case TRI -> "1500m";
                    case PROVINCE -> "3g";
                };
    }
}
