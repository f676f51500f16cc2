package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RepairTest {

    static final int PROBLEMS = 20_000;

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
