package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumingTest {

    @Test
    void whateverItBeginsWithTheAnswerIsExact() {
        for (int seed = 0; seed < 6_000; seed++) {
            var p = Small.problem(seed);
            var r = new Random(seed);
            var prices = r.longs(p.cadres(), -8, 12).toArray();
            var outcome = Matcher.resume(p, Small.current(p, seed), prices, Watch.none());
            var least = EverythingTried.leastPrice(p);
            if (outcome instanceof Matched m) {
                assertThat(m.price()).as("seed %d", seed).isEqualTo(least);
                assertThat(Certificate.check(p, m).faults()).as("seed %d", seed).isEmpty();
            } else {
                assertThat(least).as("seed %d", seed).isNull();
                assertThat(((Infeasible) outcome).bottlenecks()).isNotEmpty();
            }
        }
    }

    @Test
    void anAnswerResumedIsTheSameAnswer() {
        for (var kind : Country.Kind.values()) {
            var p = Country.township(kind, 5).problem();
            var m = (Matched) Matcher.solve(p, Watch.none());
            var again = (Matched) Matcher.resume(p, m.cadreOf(), m.cadrePrice(), Watch.none());
            assertThat(again.cadrePrice()).as("%s", kind).isEqualTo(m.cadrePrice());
            assertThat(again.price()).as("%s", kind).isEqualTo(m.price());
        }
    }

    @Test
    void refusesWhatIsNoAnswerToThisProblem() {
        var p = Small.problem(3);
        int[] contacts = Small.current(p, 3);
        assertThatThrownBy(() -> Matcher.resume(p, contacts, new long[p.cadres() + 1], Watch.none()))
                .isInstanceOf(BadProblem.class);
        var dear = new long[p.cadres()];
        dear[0] = Problem.DEAREST + 1;
        assertThatThrownBy(() -> Matcher.resume(p, contacts, dear, Watch.none()))
                .isInstanceOf(BadProblem.class);
        contacts[0] = p.cadres();
        assertThatThrownBy(() -> Matcher.resume(p, contacts, new long[p.cadres()], Watch.none()))
                .isInstanceOf(BadProblem.class)
                .hasMessageContaining("unknown");
    }

    /** A household appears, a cadre comes, a unit takes another village: from the plan before, the cheapest plan after. */
    @Test
    void aProblemThatHasGrownMeanwhileIsSolvedExactly() {
        int grown = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var r = new Random(seed);
                int cadres = r.nextInt(2);
                int households = r.nextInt(2);
                var again = new Again(p).with(cadres, households);
                if (r.nextBoolean()) {
                    again.serving(r.nextInt(p.units), r.nextInt(p.villages));
                }
                var b = again.builder();
                if (cadres > 0) {
                    b.cadre(p.cadres, r.nextInt(p.units), 0, r.nextInt(9), r.nextInt(9), r.nextInt(2), 1, 2, 3);
                }
                if (households > 0) {
                    b.household(p.households, r.nextInt(p.villages), 0, -1);
                }
                var larger = b.build();
                var had = Arrays.copyOf(m.cadreOf(), larger.households);
                Arrays.fill(had, p.households, larger.households, -1);
                var least = EverythingTried.leastPrice(larger);
                switch (Matcher.resume(larger, had, Arrays.copyOf(m.cadrePrice(), larger.cadres), Watch.none())) {
                    case Matched after -> {
                        grown++;
                        assertThat(after.price()).as("seed %d", seed).isEqualTo(least);
                        assertThat(Certificate.check(larger, after).faults())
                                .as("seed %d", seed)
                                .isEmpty();
                    }
                    case Infeasible _ -> assertThat(least).as("seed %d", seed).isNull();
                    case Cancelled _ -> throw new AssertionError("nobody called it off");
                }
            }
        }
        assertThat(grown).isGreaterThan(500);
    }
}
