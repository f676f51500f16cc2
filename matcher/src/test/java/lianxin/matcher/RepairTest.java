package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RepairTest {

    static final int PROBLEMS = 6_000;

    @Test
    void changesAsFewAsTryingEverything() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            var p = Small.problem(seed);
            var current = Small.current(p, seed);
            var best = EverythingTried.fewestChanges(p, current);
            switch (Repair.fewestChanges(p, current, Watch.none())) {
                case Matched m -> {
                    int moved = Repair.changes(p, current, m.cadreOf()).moved();
                    assertThat(best).as("seed %d", seed).isEqualTo(((long) moved << 40) + m.price());
                    assertThat(Repair.check(p, current, m).faults())
                            .as("seed %d", seed)
                            .isEmpty();
                }
                case Infeasible no -> {
                    assertThat(best).as("seed %d", seed).isNull();
                    assertThat(no.bottlenecks()).isNotEmpty();
                }
                case Cancelled _ -> throw new AssertionError("nobody called it off");
            }
        }
    }

    @Test
    void theCurveFallsInChangesAndRisesInPriceAndEveryPointIsExact() {
        for (int seed = 0; seed < 1_500; seed++) {
            var p = Small.problem(seed);
            var current = Small.current(p, seed);
            var prices = new long[p.cadres()];
            var curve = Repair.curve(p, current, prices, new long[] {0, 1, 3, 9, 100}, Watch.none());
            var free = EverythingTried.leastPrice(p);
            assertThat(curve).hasSize(free == null ? 0 : 5);
            for (int i = 0; i < curve.size(); i++) {
                var point = curve.get(i);
                var m = (Matched) Repair.at(p, current, prices, point.perChange(), Watch.none());
                assertThat(Repair.check(p, current, point.perChange(), m).faults())
                        .as("seed %d", seed)
                        .isEmpty();
                if (i > 0) {
                    assertThat(point.price())
                            .isGreaterThanOrEqualTo(curve.get(i - 1).price());
                    assertThat(point.changes().moved())
                            .isLessThanOrEqualTo(curve.get(i - 1).changes().moved());
                } else {
                    assertThat(point.price()).isEqualTo(free);
                }
            }
        }
    }

    @Test
    void nothingHappensNothingChanges() {
        for (int seed = 0; seed < 2_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var again = (Matched) Repair.fewestChanges(p, m.cadreOf(), Watch.none());
                assertThat(again.cadreOf()).as("seed %d", seed).isEqualTo(m.cadreOf());
            }
        }
    }

    @Test
    void refusesAContactWhoDoesNotExist() {
        var p = Small.problem(3);
        var current = Small.current(p, 3);
        current[0] = p.cadres();
        assertThatThrownBy(() -> Repair.fewestChanges(p, current, Watch.none()))
                .isInstanceOf(BadProblem.class)
                .hasMessageContaining("unknown");
        assertThatThrownBy(() -> Repair.fewestChanges(p, new int[p.households() + 1], Watch.none()))
                .isInstanceOf(BadProblem.class);
    }
}
