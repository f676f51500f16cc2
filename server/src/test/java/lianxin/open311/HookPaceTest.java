package lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long one waits for a program. */
class HookPaceTest {

    @Test
    void eachTryWaitsTwiceAsLongUpToTheMost() {
        var pace = new HookPace(30, 21_600, 5, 30, "s");
        assertThat(pace.after(1, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pace.after(1, 0.999)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(pace.after(2, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.after(5, 0)).isEqualTo(Duration.ofSeconds(240));
        assertThat(pace.after(11, 0)).isEqualTo(Duration.ofSeconds(10_800));
        assertThat(pace.after(1_000, 0)).isEqualTo(Duration.ofSeconds(10_800));
        var since = Instant.EPOCH;
        assertThat(pace.over(since, since.plus(Duration.ofDays(5)).minusMillis(1)))
                .isFalse();
        assertThat(pace.over(since, since.plus(Duration.ofDays(5)))).isTrue();
    }
}
