package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProblemTest {

    static ProblemBuilder town() {
        return Problem.builder(1, 1, 1, 1, 2, 1)
                .village(0, 0, 0)
                .needClass(0, 2, 500)
                .skillPenalty(0, 0, 7)
                .unit(0, 0)
                .cadre(0, 0, 0, 3, 4, 0, 1, 2, 10)
                .cadre(1, 0, 0, 30, 40, 0, 1, 2, 10);
    }

    @Test
    void aPairCostsDistanceSkillAndChange() {
        var p = town().household(0, 0, 0, 0).build();
        assertThat(p.distance(0, 1)).isEqualTo(50);
        assertThat(p.price(0, 0)).isEqualTo(2 * 5 + 7);
        assertThat(p.price(0, 1)).isEqualTo(2 * 50 + 7 + 500);
    }

    @Test
    void whoKnewNobodyPaysNoChange() {
        assertThat(town().household(0, 0, 0, -1).build().price(0, 1)).isEqualTo(107);
    }

    @Test
    void loadAboveTheTargetCostsMoreEachTime() {
        var p = town().household(0, 0, 0, -1).build();
        assertThat(new long[] {p.loadPrice(0, 0), p.loadPrice(0, 1), p.loadPrice(0, 2), p.loadPrice(0, 4)})
                .containsExactly(0, 0, 10, 60);
    }

    @Test
    void aPinHoldsEvenWhereTheUnitDoesNotServe() {
        var b = Problem.builder(2, 1, 1, 2, 2, 1)
                .village(0, 0, 0)
                .village(1, 9, 9)
                .needClass(0, 1, 0);
        b.unit(0, 0).unit(1, 1).cadre(0, 0, 0, 0, 0, 0, 1, 1, 0).cadre(1, 1, 0, 9, 9, 0, 1, 1, 0);
        var p = b.household(0, 0, 0, -1).pin(0, 1).build();
        assertThat(Matcher.solve(p, Watch.none())).isInstanceOfSatisfying(Matched.class, m -> {
            assertThat(m.cadreOf()).containsExactly(1);
            assertThat(Certificate.check(p, m).accepted()).isTrue();
        });
    }

    @Test
    void refusesWhatMakesNoSense() {
        refused(b -> b.household(0, 5, 0, -1), "household 0: village 5 is not among the 1");
        refused(b -> b.household(0, 0, 0, 2), "household 0: last cadre");
        refused(b -> b.household(1, 0, 0, -1), "household 1: household 1 is not among the 1");
        refused(b -> b.cadre(0, 0, 0, 0, 0, 0, 1, 1, 0), "cadre 0: was given twice");
        refused(b -> b.needClass(0, 1, 1), "need class 0: was given twice");
        refused(b -> b.skillPenalty(0, 0, -1), "skill penalty 0/0: price -1 is negative");
        refused(b -> {}, "household 0: was never given");
        refused(
                b -> b.household(0, 0, 0, -1).pin(0, 1).exclude(0, 1),
                "household 0: cadre 1 is both pinned and excluded");
        refused(b -> b.household(0, 0, 0, -1).pin(0, 1).pin(0, 0), "pin of household 0: two cadres: 1 and 0");
    }

    @Test
    void refusesLimitsThatDoNotRise() {
        assertThatThrownBy(() -> Problem.builder(0, 0, 1, 1, 1, 0).cadre(0, 0, 0, 0, 0, 3, 2, 4, 0))
                .isInstanceOf(BadProblem.class)
                .hasMessage("cadre 0: limits 3, 2, 4 do not rise");
        assertThatThrownBy(() -> Problem.builder(0, 0, 1, 1, 1, 0).cadre(0, 0, 0, 0, 0, -1, 2, 4, 0))
                .isInstanceOf(BadProblem.class)
                .hasMessage("cadre 0: lower limit -1 is negative");
    }

    @Test
    void refusesPricesThatCouldOverflow() {
        for (long weight : new long[] {1L << 45, Long.MAX_VALUE}) {
            var b = Problem.builder(1, 1, 1, 1, 1, 1)
                    .village(0, 0, 0)
                    .needClass(0, weight, 0)
                    .unit(0, 0);
            b.cadre(0, 0, 0, 1_000, 0, 1, 1, 1, 0).household(0, 0, 0, -1);
            assertThatThrownBy(b::build).isInstanceOf(BadProblem.class).hasMessageContaining("could cost more than");
        }
    }

    @Test
    void nothingAtAllIsSolved() {
        var p = Problem.builder(0, 0, 0, 0, 0, 0).build();
        assertThat(Matcher.solve(p, Watch.none()))
                .isInstanceOfSatisfying(
                        Matched.class,
                        m -> assertThat(Certificate.check(p, m).accepted()).isTrue());
    }

    static void refused(Consumer<ProblemBuilder> rows, String why) {
        assertThatThrownBy(() -> {
                    var b = town();
                    rows.accept(b);
                    b.build();
                })
                .isInstanceOf(BadProblem.class)
                .hasMessageStartingWith(why);
    }
}
