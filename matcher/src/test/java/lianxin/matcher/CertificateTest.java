package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateTest {

    /** A moved household is caught: either it is not allowed, or the price is not what was said, or it is not the least. */
    @Test
    void refusesAMovedHousehold() {
        int moved = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            var p = Small.problem(seed);
            if (p.cadres() > 1 && Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var r = new Random(seed);
                var cadreOf = m.cadreOf().clone();
                int h = r.nextInt(cadreOf.length);
                cadreOf[h] = (cadreOf[h] + 1 + r.nextInt(p.cadres() - 1)) % p.cadres();
                long price = p.price(cadreOf);
                boolean asGood = price == m.price() && fits(p, cadreOf);
                assertThat(Certificate.check(p, new Matched(cadreOf, price, m.cadrePrice()))
                                .accepted())
                        .as("seed %d", seed)
                        .isEqualTo(asGood);
                moved += asGood ? 0 : 1;
            }
        }
        assertThat(moved).isGreaterThan(500);
    }

    /** At the prices of the proof no exchange pays, whoever else is fixed; one that does not pay and is made is caught. */
    @Test
    void exchangesThatDoNotPayAreProvenAndCaught() {
        int caught = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m && p.households() > 1) {
                var r = new Random(seed);
                var fixed = new BitSet();
                fixed.set(r.nextInt(p.households()));
                assertThat(Certificate.checkExchanges(p, m, fixed).accepted()).isTrue();
                var other = m.cadreOf().clone();
                int h = r.nextInt(other.length);
                int i = r.nextInt(other.length);
                other[h] = m.cadreOf()[i];
                other[i] = m.cadreOf()[h];
                long price = p.price(other);
                boolean asGood = price == m.price() && fits(p, other);
                assertThat(Certificate.checkExchanges(p, new Matched(other, price, m.cadrePrice()), new BitSet())
                                .accepted())
                        .as("seed %d", seed)
                        .isEqualTo(asGood);
                caught += asGood ? 0 : 1;
            }
        }
        assertThat(caught).isGreaterThan(200);
    }

    @Test
    void refusesALieAboutThePrice() {
        for (int seed = 0; seed < 1_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var lie = new Matched(m.cadreOf(), m.price() - 1, m.cadrePrice());
                assertThat(Certificate.check(p, lie).faults())
                        .extracting(Fault::kind)
                        .contains(Fault.Kind.WRONG_PRICE);
            }
        }
    }

    /** No prices, however chosen, prove more than the truth; most prices prove less. */
    @Test
    void noPricesProveTooMuch() {
        int refused = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var r = new Random(seed);
                var y = m.cadrePrice().clone();
                y[r.nextInt(y.length)] += r.nextInt(41) - 20;
                var verdict = Certificate.check(p, new Matched(m.cadreOf(), m.price(), y));
                assertThat(verdict.bound()).isLessThanOrEqualTo(verdict.price());
                refused += verdict.accepted() ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    /** Nor do prices so large that sums with them would turn over. */
    @Test
    void noPricesProveTooMuchByTurningOver() {
        long[] enormous = {
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            1L << 62,
            -(1L << 62),
            1L << 61,
            -(1L << 61),
            (1L << 61) + 1
        };
        for (int seed = 0; seed < 20_000; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Matched m) {
                var r = new Random(seed);
                var y = m.cadrePrice().clone();
                for (int i = r.nextInt(y.length); i >= 0; i--) {
                    y[r.nextInt(y.length)] = enormous[r.nextInt(enormous.length)] + r.nextInt(3) - 1;
                }
                var verdict = Certificate.check(p, new Matched(m.cadreOf(), m.price(), y));
                assertThat(verdict.bound()).as("seed %d", seed).isLessThanOrEqualTo(verdict.price());
            }
        }
    }

    /** Two households with B, who costs a metre each, for nothing with A: the sum of these prices turned over to just what that costs. */
    @Test
    void aPlanTwoMetresAboveTheBestIsNotProvenByTurningOver() {
        var b = Problem.builder(2, 1, 1, 2, 3, 3)
                .village(0, 0, 0)
                .village(1, 9, 0)
                .needClass(0, 1, 0)
                .unit(0, 0)
                .unit(1, 1);
        b.cadre(0, 1, 0, 9, 0, 0, 2, 2, 0).cadre(1, 1, 0, 10, 0, 0, 2, 2, 0).cadre(2, 0, 0, 0, 0, 1, 1, 1, 0);
        var p = b.household(0, 0, 0, -1)
                .household(1, 1, 0, -1)
                .household(2, 1, 0, -1)
                .build();
        var lie = new Matched(new int[] {2, 1, 1}, 2, new long[] {Long.MIN_VALUE + 1, 0, -5});
        assertThat(((Matched) Matcher.solve(p, Watch.none())).price()).isZero();
        assertThat(Certificate.check(p, lie).accepted()).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        var b = Problem.builder(1, 1, 1, 1, 2, 3)
                .village(0, 0, 0)
                .needClass(0, 1, 0)
                .unit(0, 0);
        b.cadre(0, 0, 0, 0, 0, 1, 2, 2, 0).cadre(1, 0, 0, 5, 0, 1, 2, 2, 0);
        var p = b.household(0, 0, 0, -1)
                .household(1, 0, 0, -1)
                .household(2, 0, 0, -1)
                .exclude(2, 0)
                .build();
        assertThat(kinds(p, 0, 0, 0)).containsExactly(Fault.Kind.NOT_ALLOWED, Fault.Kind.TOO_MANY, Fault.Kind.TOO_FEW);
        assertThat(kinds(p, 0, -1, 1)).contains(Fault.Kind.NO_CADRE);
        assertThat(kinds(p, 0, 0)).containsExactly(Fault.Kind.WRONG_SIZE);
        assertThat(kinds(p, 1, 0, 1)).isEmpty();
    }

    static java.util.List<Fault.Kind> kinds(Problem p, int... cadreOf) {
        boolean whole = java.util.Arrays.stream(cadreOf).allMatch(c -> c >= 0) && cadreOf.length == p.households();
        var m = new Matched(
                cadreOf, whole ? p.price(cadreOf) : 0, ((Matched) Matcher.solve(p, Watch.none())).cadrePrice());
        return Certificate.check(p, m).faults().stream()
                .map(Fault::kind)
                .filter(k -> k != Fault.Kind.NOT_PROVEN)
                .toList();
    }

    static boolean fits(Problem p, int[] cadreOf) {
        var load = new int[p.cadres()];
        boolean fits = true;
        for (int h = 0; h < cadreOf.length; h++) {
            fits &= p.allows(h, cadreOf[h]);
            load[cadreOf[h]]++;
        }
        for (int c = 0; c < load.length; c++) {
            fits &= p.lower(c) <= load[c] && load[c] <= p.upper(c);
        }
        return fits;
    }
}
