package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StabilityTest {

    /** Each point is as good as trying everything: the price of all but the changes, plus what the changes count at that point. */
    @Test
    void everyPointIsExactAndDearerChangesAreFewerAndCostMore() {
        int differing = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            var p = Small.problem(seed);
            if (p.needClasses() > 1 || !(Matcher.solve(p, Watch.none()) instanceof Matched m)) {
                continue;
            }
            var curve = Stability.curve(p, m, new int[] {0, 100, 300}, Watch.none());
            assertThat(curve).hasSize(3);
            for (var point : curve) {
                long change = p.changePrice[0] * point.percent() / 100;
                assertThat(point.price() + change * point.changed())
                        .as("seed %d", seed)
                        .isEqualTo(EverythingTried.leastPrice(p.changing(point.percent())));
            }
            for (int i = 1; i < curve.size(); i++) {
                assertThat(curve.get(i).price())
                        .isGreaterThanOrEqualTo(curve.get(i - 1).price());
                differing += curve.get(i).price() > curve.get(i - 1).price() ? 1 : 0;
            }
        }
        assertThat(differing).isGreaterThan(20);
    }

    @Test
    void aChangeThatCountsAsMuchAsItDoesChangesNothing() {
        var p = Country.township(Country.Kind.PLAIN, 3).problem();
        var m = (Matched) Matcher.solve(p, Watch.none());
        var same = Stability.curve(p, m, new int[] {100}, Watch.none()).getFirst();
        var ledger = Ledger.of(p, m);
        assertThat(same.price() + ledger.changePrice()).isEqualTo(m.price());
        assertThat(IntStream.of(same.kept(), same.changed())).containsExactly(ledger.kept(), ledger.changed());
    }

    @Test
    void aChangeCannotBePaidForAndNotBeBeyondAllMeasure() {
        var p = Small.problem(1);
        assertThatThrownBy(() -> p.changing(-1)).isInstanceOf(BadProblem.class);
        var dear = Problem.builder(1, 1, 1, 1, 1, 1)
                .village(0, 0, 0)
                .needClass(0, 1, 1L << 49)
                .unit(0, 0)
                .cadre(0, 0, 0, 0, 0, 0, 1, 1, 0)
                .household(0, 0, 0, 0)
                .build();
        assertThatThrownBy(() -> dear.changing(400)).isInstanceOf(BadProblem.class);
        assertThat(Arrays.stream(dear.changing(0).changePrice)).containsExactly(0L);
    }
}
