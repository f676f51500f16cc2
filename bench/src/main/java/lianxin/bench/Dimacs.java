package lianxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A public min-cost flow, said as a pairing for us and as it is for the peers; one JVM, so warm after the first round. */
@Command(
        name = "dimacs",
        description = "a min-cost flow in DIMACS format, solved by the matcher and by OR-Tools and LEMON",
        mixinStandardHelpOptions = true)
final class Dimacs implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--rounds", description = "measurements of each; 5 unless said")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var flow = DimacsFile.read(file);
        Map<Contender, List<Spent>> spent = new EnumMap<>(Contender.class);
        try (var lemon = Lemon.here()) {
            if (lemon.installed()) {
                lemon.take(flow);
            }
            for (int round = 0; round < rounds; round++) {
                add(spent, Contender.OURS, ours(flow));
                var peer = new OrTools().of(flow);
                add(spent, Contender.ORTOOLS, Spent.by(peer::solve).plus(flow.constant()));
                if (lemon.installed()) {
                    add(spent, Contender.LEMON, lemon.solve());
                }
            }
        }
        new Results().add(String.valueOf(file.getFileName()), spent);
        return 0;
    }

    private static void add(Map<Contender, List<Spent>> spent, Contender who, Spent one) {
        spent.computeIfAbsent(who, _ -> new ArrayList<>()).add(one);
    }

    private static Spent ours(DimacsFile flow) {
        var pairing = new FlowAsPairing(flow);
        if (pairing.hopeless()) {
            return new Spent(Peer.NONE, 0, 0, 0, 0);
        }
        var p = pairing.problem();
        return Spent.by(() -> Matcher.solve(p, Watch.none()) instanceof Matched m ? m.price() : Peer.NONE)
                .plus(pairing.constant());
    }
}
