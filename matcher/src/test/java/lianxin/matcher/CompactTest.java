package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTest {

    /** Never better than the best compact one of all there are, never beyond what its proof says, and mostly the best. */
    @Test
    void liesBetweenItsProofAndTheBest() {
        int best = 0;
        int seen = 0;
        for (int seed = 0; seed < 1_500; seed++) {
            var p = Small.problem(seed);
            if (!(Matcher.solve(p, Watch.none()) instanceof Matched free)) {
                continue;
            }
            var compact = Compact.of(p, free, 1, Watch.none()).orElseThrow();
            proven(p, compact);
            for (int c = 0; c < p.cadres(); c++) {
                boolean beyond = Arrays.binarySearch(compact.beyond(), c) >= 0;
                assertThat(villages(p, compact.cadreOf(), c) > 1).isEqualTo(beyond);
            }
            long least = least(p, 1);
            if (compact.beyond().length == 0) {
                assertThat(compact.price()).as("seed %d", seed).isBetween(least, least + compact.gap());
                best += compact.price() == least ? 1 : 0;
                seen++;
            }
        }
        assertThat(best).isGreaterThan(seen * 4 / 5).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTownshipGoesWithoutMuchLoss(int most) {
        for (var kind : Set.of(Country.Kind.PLAIN, Country.Kind.TIGHT, Country.Kind.EXCLUSIONS)) {
            var p = Country.township(kind, 5).problem();
            var free = (Matched) Matcher.solve(p, Watch.none());
            var compact = Compact.of(p, free, most, Watch.none()).orElseThrow();
            proven(p, compact);
            assertThat(compact.beyond()).isEmpty();
            assertThat(IntStream.range(0, p.cadres()).map(c -> villages(p, compact.cadreOf(), c)))
                    .allMatch(n -> n <= most);
            assertThat(compact.gap()).isLessThan(free.price() / 20);
        }
    }

    @Test
    void aLieIsFoundOut() {
        var p = Country.township(Country.Kind.PLAIN, 5).problem();
        var free = (Matched) Matcher.solve(p, Watch.none());
        var compact = Compact.of(p, free, 2, Watch.none()).orElseThrow();
        var lie = new Compact(free, compact.cadreOf(), compact.price() - 1, compact.beyond());
        assertThat(lie.check(p).faults()).extracting(Fault::kind).contains(Fault.Kind.WRONG_PRICE);
        assertThatThrownBy(() -> Compact.of(p, free, 0, Watch.none())).isInstanceOf(BadProblem.class);
    }

    private static void proven(Problem p, Compact compact) {
        var verdict = compact.check(p);
        assertThat(verdict.faults()).allMatch(f -> f.kind() == Fault.Kind.NOT_PROVEN);
        assertThat(verdict.price().subtract(verdict.bound()).longValueExact()).isEqualTo(compact.gap());
    }

    private static int villages(Problem p, int[] cadreOf, int c) {
        var his = new HashSet<Integer>();
        for (int h = 0; h < cadreOf.length; h++) {
            if (cadreOf[h] == c) {
                his.add(p.villageOf(h));
            }
        }
        return his.size();
    }

    /** Tries everything. */
    private static long least(Problem p, int most) {
        return assignments(new int[p.households()], 0, p)
                .filter(cadreOf -> CertificateTest.fits(p, cadreOf))
                .filter(cadreOf -> IntStream.range(0, p.cadres()).allMatch(c -> villages(p, cadreOf, c) <= most))
                .mapToLong(p::price)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Stream<int[]> assignments(int[] cadreOf, int h, Problem p) {
        if (h == cadreOf.length) {
            return Stream.of(cadreOf);
        }
        return IntStream.range(0, p.cadres())
                .filter(c -> p.allows(h, c))
                .boxed()
                .flatMap(c -> {
                    var next = cadreOf.clone();
                    next[h] = c;
                    return assignments(next, h + 1, p);
                });
    }
}
