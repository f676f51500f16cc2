package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Prices as large as they may be: everything costs so many times as much, and nothing else changes. */
class LargePricesTest {

    private static final long TIMES = 1L << 38;

    @Test
    void aPlanIsSoManyTimesAsDearAndNoOther() {
        long dearest = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            var p = Small.problem(seed);
            var large = new Again(p).times(TIMES).builder().build();
            switch (Matcher.solve(p, Watch.none())) {
                case Matched m -> {
                    var dear = (Matched) Matcher.solve(large, Watch.none());
                    assertThat(dear.price()).as("seed %d", seed).isEqualTo(TIMES * m.price());
                    assertThat(Certificate.check(large, dear).faults())
                            .as("seed %d", seed)
                            .isEmpty();
                    dearest = Math.max(dearest, dear.price());
                    assertThat(moved(large, seed)).as("seed %d", seed).isEqualTo(moved(p, seed));
                }
                case Infeasible no ->
                    assertThat(((Infeasible) Matcher.solve(large, Watch.none()))
                                    .lift()
                                    .sum())
                            .as("seed %d", seed)
                            .isEqualTo(no.lift().sum());
                case Cancelled _ -> throw new AssertionError("nobody called it off");
            }
        }
        assertThat(dearest).isGreaterThan(1L << 42);
    }

    /** How many a repair moves. */
    private static int moved(Problem p, int seed) {
        var current = Small.current(p, seed);
        return Repair.fewestChanges(p, current, Watch.none()) instanceof Matched m
                ? Repair.changes(p, current, m.cadreOf()).moved()
                : -1;
    }
}
