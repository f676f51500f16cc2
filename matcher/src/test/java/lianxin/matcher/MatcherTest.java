package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatcherTest {

    static final int PROBLEMS = 20_000;

    @Test
    void isAsGoodAsTryingEverything() {
        int feasible = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            var p = Small.problem(seed);
            var least = EverythingTried.leastPrice(p);
            switch (Matcher.solve(p, Watch.none())) {
                case Matched m -> {
                    feasible++;
                    assertThat(least).as("seed %d", seed).isEqualTo(m.price());
                    assertThat(Certificate.check(p, m).faults())
                            .as("seed %d", seed)
                            .isEmpty();
                }
                case Infeasible _ -> assertThat(least).as("seed %d", seed).isNull();
                case Cancelled _ -> throw new AssertionError("nobody called it off");
            }
        }
        assertThat(feasible).isBetween(PROBLEMS / 6, PROBLEMS * 5 / 6); // both kinds are well represented
    }

    @Test
    void theSameProblemGivesTheSameAnswer() {
        for (int seed = 0; seed < 500; seed++) {
            if (Matcher.solve(Small.problem(seed), Watch.none()) instanceof Matched m) {
                assertThat(Matcher.solve(Small.problem(seed), Watch.none()))
                        .isInstanceOfSatisfying(Matched.class, again -> {
                            assertThat(again.cadreOf()).isEqualTo(m.cadreOf());
                            assertThat(again.cadrePrice()).isEqualTo(m.cadrePrice());
                        });
            }
        }
    }

    @Test
    void aWatchMayCallItOff() {
        var asked = new Watch() {
            @Override
            public void at(Stage stage, long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(Matcher.solve(Small.problem(1), asked)).isInstanceOf(Cancelled.class);
    }
}
