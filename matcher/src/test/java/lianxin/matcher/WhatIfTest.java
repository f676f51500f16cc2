package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    @Test
    void insistingCostsWhatTryingEverythingSays() {
        int chains = 0;
        for (int seed = 0; seed < 2_500; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var whatIf = WhatIf.of(p, m);
                for (int h = 0; h < p.households(); h++) {
                    for (int c = 0; c < p.cadres(); c++) {
                        if (p.allows(h, c)) {
                            chains += check(p, m, whatIf.insists(h, c), EverythingTried.leastPrice(p, h, c), seed);
                        }
                    }
                }
            }
        }
        assertThat(chains).isGreaterThan(1_000);
    }

    /** The chain can be walked, keeps all limits and costs what it says. */
    private static int check(Problem p, Matched m, WhatIf.Chain chain, Long least, int seed) {
        if (chain == null) {
            assertThat(least).as("seed %d", seed).isNull();
            return 0;
        }
        assertThat(m.price() + chain.more()).as("seed %d", seed).isEqualTo(least);
        var now = m.cadreOf().clone();
        for (var move : chain.moves()) {
            assertThat(now[move.household()]).isEqualTo(move.from());
            assertThat(p.allows(move.household(), move.to())).isTrue();
            now[move.household()] = move.to();
        }
        var load = new int[p.cadres()];
        Arrays.stream(now).forEach(c -> load[c]++);
        for (int c = 0; c < load.length; c++) {
            assertThat(load[c]).as("seed %d", seed).isBetween(p.lower(c), p.upper(c));
        }
        assertThat(p.price(now)).as("seed %d", seed).isEqualTo(m.price() + chain.more());
        return chain.moves().isEmpty() ? 0 : 1;
    }

    @Test
    void refusesWhomTheHouseholdMayNotHave() {
        var p = ProblemTest.town().household(0, 0, 0, 0).exclude(0, 1).build();
        var whatIf = WhatIf.of(p, (Matched) Matcher.solve(p, Watch.none()));
        assertThatThrownBy(() -> whatIf.insists(0, 1)).isInstanceOf(BadProblem.class);
    }
}
