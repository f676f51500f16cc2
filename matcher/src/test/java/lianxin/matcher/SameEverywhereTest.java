package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same answer to the last name and the last price, however many processors work at it. */
class SameEverywhereTest {

    /** One ground that falls apart into parts, solved side by side, and others whose naming is shared out; the last number is on record. */
    @ParameterizedTest
    @CsvSource({"BLOCKS, -3261242750902595956", "EXCLUSIONS, 3767415297593345451", "TIED, 8546210620286727792"})
    void howManyWorkAtItMakesNoDifference(Country.Kind kind, long onRecord) {
        var p = Country.county(kind, 3).problem();
        var answers = new HashSet<Long>();
        for (int threads : new int[] {1, 2, 7}) {
            try (var pool = new ForkJoinPool(threads)) {
                var m = pool.submit(() -> (Matched) Matcher.solve(p, Watch.none()))
                        .join();
                answers.add(
                        new Fingerprint().add(m.cadreOf()).add(m.cadrePrice()).value());
            }
        }
        assertThat(answers).containsExactly(onRecord);
    }
}
