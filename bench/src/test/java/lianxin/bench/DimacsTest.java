package lianxin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lianxin.matcher.Certificate;
import lianxin.matcher.Flow;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DimacsTest {

    @TempDir
    Path folder;

    /** The example of the format's description (DIMACS, 1991): 4 units from node 1 to node 4 cost 14. */
    @Test
    void readsTheExampleOfTheFormat() throws IOException {
        var flow = read("""
                c An example
                p min 4 5
                n 1 4
                n 4 -4
                a 1 2 0 4 2
                a 1 3 0 2 2
                a 2 3 0 2 1
                a 2 4 0 3 3
                a 3 4 0 5 1
                """);
        assertThat(ours(flow)).isEqualTo(14);
        assertThat(theirs(flow)).isEqualTo(14);
    }

    @Test
    void everyFlowIsAPairing() throws IOException {
        int feasible = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            var flow = read(random(new Random(seed)));
            long ours = ours(flow);
            assertThat(ours).as("seed %d", seed).isEqualTo(theirs(flow));
            feasible += ours == Peer.NONE ? 0 : 1;
        }
        assertThat(feasible).isBetween(200, 900);
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> read("p min 2 1\na 1 2 0 x 1\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("p min 2 1\na 1 3 0 1 1\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("p max 2 1\n")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("p min 2 1\nn 1 1\na 1 2 0 1 1\n")).hasMessageContaining("add up to 0");
    }

    /** Several arcs between two nodes, loops, negative prices, least flows; sometimes not feasible. */
    private static String random(Random r) {
        int nodes = 2 + r.nextInt(5);
        int arcs = 1 + r.nextInt(12);
        var text = new StringBuilder("p min " + nodes + " " + arcs + "\n");
        int amount = r.nextInt(4);
        text.append("n 1 ")
                .append(amount)
                .append("\nn ")
                .append(nodes)
                .append(" -")
                .append(amount)
                .append('\n');
        for (int a = 0; a < arcs; a++) {
            int low = r.nextInt(8) == 0 ? 1 : 0;
            text.append("a %d %d %d %d %d%n"
                    .formatted(1 + r.nextInt(nodes), 1 + r.nextInt(nodes), low, low + r.nextInt(5), r.nextInt(-4, 12)));
        }
        return text.toString();
    }

    private DimacsFile read(String text) throws IOException {
        return DimacsFile.read(Files.writeString(folder.resolve("flow.min"), text));
    }

    private static long ours(Flow flow) {
        var pairing = new FlowAsPairing(flow);
        if (pairing.hopeless()) {
            return Peer.NONE;
        }
        var p = pairing.problem();
        if (!(Matcher.solve(p, Watch.none()) instanceof Matched m)) {
            return Peer.NONE;
        }
        assertThat(Certificate.check(p, m).faults()).isEmpty();
        return m.price() + pairing.constant();
    }

    private static long theirs(Flow flow) {
        long price = new OrTools().of(flow).solve();
        return price == Peer.NONE ? price : price + flow.constant();
    }
}
