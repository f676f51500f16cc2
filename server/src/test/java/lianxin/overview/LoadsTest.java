package lianxin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadsTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCadreStandsInExactlyOneBar(long seed) {
        var random = new Random(seed);
        var byLoad = new TreeMap<Integer, Integer>();
        for (var size = random.nextInt(31); size > 0; size--) {
            byLoad.put(random.nextInt(401), 1 + random.nextInt(500));
        }
        var loads = new Loads(byLoad, 3);
        if (loads.held() == 0) {
            assertThat(loads.bars()).isEmpty();
            return;
        }
        assertThat(loads.bars().stream().mapToInt(Loads.Bar::cadres).sum() + 3).isEqualTo(loads.cadres());
        assertThat(loads.bars()).hasSizeLessThanOrEqualTo(17);
        for (var i = 1; i < loads.bars().size(); i++) {
            assertThat(loads.bars().get(i).from())
                    .isEqualTo(loads.bars().get(i - 1).to() + 1);
        }
    }

    @Test
    void halfHoldAtMostTheMedian() {
        assertThat(new Loads(new TreeMap<>(Map.of(0, 9, 10, 1, 20, 1, 30, 1)), 0).median())
                .isEqualTo(20);
        assertThat(new Loads(new TreeMap<>(Map.of(0, 2)), 0).median()).isZero();
    }

    @Test
    void almostAllIsNeverAll() {
        assertThat(new Coverage(1, 1, 100_000, 99_999).share()).isEqualTo("99.9%");
        assertThat(new Coverage(1, 0, 100_000, 100_000).share()).isEqualTo("100.0%");
    }
}
