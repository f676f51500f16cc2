package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    /** To have the alternative instead is never cheaper than said, as trying everything shows. */
    @Test
    void theAlternativeCostsAtLeastWhatIsSaid() {
        int compared = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                for (int h = 0; h < p.households(); h++) {
                    var why = Explanation.of(p, m, h);
                    assertThat(why.price()).isEqualTo(p.price(h, why.cadre()));
                    var other = why.alternative();
                    if (other != null) {
                        assertThat(p.allows(h, other.cadre())).isTrue();
                        assertThat(other.more()).isNotNegative();
                        var instead = EverythingTried.leastPrice(p, h, other.cadre());
                        if (instead != null) {
                            compared++;
                            assertThat(instead - m.price()).isGreaterThanOrEqualTo(other.more());
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void theLedgerAddsUp() {
        var p = Country.township(Country.Kind.PLAIN, 4).problem();
        var m = (Matched) Matcher.solve(p, Watch.none());
        var ledger = Ledger.of(p, m);
        assertThat(ledger.price()).isEqualTo(m.price());
        assertThat(IntStream.of(ledger.load()).sum()).isEqualTo(p.households());
        assertThat(ledger.kept()).isPositive();
    }

    /** One place more with a full cadre saves at most what is said. */
    @Test
    void onePlaceMoreSavesAtMostWhatIsSaid() {
        int saving = 0;
        for (int seed = 0; seed < 800; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var ledger = Ledger.of(p, m);
                for (int c = 0; c < p.cadres(); c++) {
                    var lift = new Infeasible.Lift(new int[] {c}, new int[] {1});
                    var roomier = InfeasibleTest.moved(p, lift, Infeasible.Lift.NONE);
                    var more = (Matched) Matcher.solve(roomier, Watch.none());
                    assertThat(m.price() - more.price()).as("seed %d", seed).isBetween(0L, ledger.onePlaceMore()[c]);
                }
                saving += LongStream.of(ledger.onePlaceMore()).sum() > 0 ? 1 : 0;
            }
        }
        assertThat(saving).isPositive();
    }

    /** A lower limit of one less saves at most what is said. */
    @Test
    void oneAskedLessSavesAtMostWhatIsSaid() {
        int saving = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var ledger = Ledger.of(p, m);
                for (int c = 0; c < p.cadres(); c++) {
                    if (p.lower(c) > 0) {
                        var kept = Kept.of(p, m);
                        kept.limits(c, p.lower(c) - 1, p.target(c), p.upper(c));
                        assertThat(kept.mend().whole()).isTrue();
                        long saved = m.price() - kept.matched().price();
                        assertThat(saved).as("seed %d", seed).isBetween(0L, ledger.oneAskedLess()[c]);
                        saving += saved > 0 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(saving).isPositive();
    }
}
