package lianxin.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing relation after relation, beside the matcher that solves each time anew. */
class SharingTest {

    private static final int CLOSINGS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsLeftAfterAClosingIsAsCheapAsSolvedAnew(long seed) {
        var roll = Stopwatch.roll(30, 4, 13, seed);
        var pool = new Pool(roll);
        var allowed = roll.allowed();
        var sharing = Sharing.of(pool, allowed, (Matched) Matcher.solve(pool.priced(allowed), Watch.none()));
        var dice = new Random(seed);
        int impossible = 0;
        for (int closing = 0; closing < CLOSINGS; closing++) {
            int v = dice.nextInt(allowed.length);
            var serving = sharing.serving(v);
            int u = serving[dice.nextInt(serving.length)];
            allowed[v].clear(u);
            var anew = Matcher.solve(pool.priced(allowed), Watch.none());
            var next = sharing.without(v, u);
            assertThat(next.isPresent()).isEqualTo(anew instanceof Matched);
            if (next.isPresent()) {
                sharing = next.get();
                assertThat(sharing.price()).as("closing %s", closing).isEqualTo(((Matched) anew).price());
                assertThat(sharing.proven()).isTrue();
                assertThat(Arrays.stream(sharing.shares())
                                .mapToInt(units -> Arrays.stream(units).sum()))
                        .containsExactlyElementsOf(
                                roll.villages().stream().map(Village::size).toList());
            } else {
                allowed[v].set(u);
                impossible++;
            }
        }
        assertThat(impossible).isLessThan(CLOSINGS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatWasBeforeStaysAsItWas(long seed) {
        var roll = Stopwatch.roll(30, 4, 13, seed);
        var pool = new Pool(roll);
        var allowed = roll.allowed();
        var sharing = Sharing.of(pool, allowed, (Matched) Matcher.solve(pool.priced(allowed), Watch.none()));
        var before = Arrays.stream(sharing.shares()).map(int[]::clone).toArray(int[][]::new);
        for (int v = 0; v < 30; v++) {
            sharing.without(v, sharing.serving(v)[0]);
        }
        assertThat(sharing.shares()).isDeepEqualTo(before);
        assertThat(sharing.proven()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFalseShareIsNotProven(long seed) {
        var roll = Stopwatch.roll(30, 4, 13, seed);
        var pool = new Pool(roll);
        var allowed = roll.allowed();
        var sharing = Sharing.of(pool, allowed, (Matched) Matcher.solve(pool.priced(allowed), Watch.none()));
        int v = 0;
        int from = sharing.serving(v)[0];
        int to = allowed[v].stream().filter(u -> u != from).findFirst().orElseThrow();
        sharing.shares()[v][from]--;
        sharing.shares()[v][to]++;
        assertThat(sharing.proven()).isFalse();
    }
}
