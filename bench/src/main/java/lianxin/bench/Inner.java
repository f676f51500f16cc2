package lianxin.bench;

import java.util.concurrent.TimeUnit;
import lianxin.matcher.Certificate;
import lianxin.matcher.Country;
import lianxin.matcher.Explanation;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Outcome;
import lianxin.matcher.Pass;
import lianxin.matcher.Problem;
import lianxin.matcher.Verdict;
import lianxin.matcher.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The loops where a solution spends its time, each beside the floor: the same memory read, and the same prices looked at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class Inner {

    /** What the pass over the arcs takes in of a cadre: where he sits and what he is good at. */
    private static final int BYTES = 3 * Integer.BYTES;

    @Param({"PLAIN", "TIGHT"})
    Country.Kind kind;

    private Problem p;
    private Pass pass;
    private Matched matched;
    private long[] memory;
    private int household;

    @Setup
    public void begin() {
        p = Country.county(kind, 1).problem();
        pass = new Pass(p);
        memory = new long[Math.toIntExact(pass.arcs() * BYTES / Long.BYTES)];
        matched = (Matched) Matcher.solve(p, Watch.none());
        System.out.printf("%n%,d arcs, %,d bytes%n", pass.arcs(), (long) memory.length * Long.BYTES);
    }

    @Benchmark
    public long asManyBytesRead() {
        long sum = 0;
        for (long word : memory) {
            sum += word;
        }
        return sum;
    }

    @Benchmark
    public long everyArcOnce() {
        return pass.overArcs();
    }

    @Benchmark
    public Verdict certificate() {
        return Certificate.check(p, matched);
    }

    @Benchmark
    public Outcome solve() {
        return Matcher.solve(p, Watch.none());
    }

    @Benchmark
    public Explanation oneExplanation() {
        household = (household + 7_919) % p.households();
        return Explanation.of(p, matched, household);
    }
}
