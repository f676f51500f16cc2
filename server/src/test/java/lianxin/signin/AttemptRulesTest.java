package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptRulesTest {

    static final Instant START = Instant.parse("2026-03-03T08:00:00Z");

    @Test
    void aStrangerWhoTriesAsOftenAsHeMayGetsTenGuessesInTheFirstHourAndFourInEachAfter() {
        assertThat(guesses(Duration.ofHours(1))).isEqualTo(10);
        assertThat(guesses(Duration.ofHours(2)) - guesses(Duration.ofHours(1))).isEqualTo(4);
        assertThat(guesses(Duration.ofHours(24)) - guesses(Duration.ofHours(23)))
                .isEqualTo(4);
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        assertThat(AttemptRules.notBefore(1_000_000, AttemptRules.FREE, START))
                .isEqualTo(START.plus(AttemptRules.LONGEST));
    }

    @Test
    void anOfficeBehindOneAddressMayFailFiftyTimes() {
        assertThat(AttemptRules.notBefore(49, AttemptRules.FREE_PER_PREFIX, START))
                .isEqualTo(START);
        assertThat(AttemptRules.notBefore(50, AttemptRules.FREE_PER_PREFIX, START))
                .isAfter(START);
    }

    @Test
    void addressesAreCountedByWhatOneCustomerIsGiven() {
        assertThat(AttemptRules.prefix("192.0.2.1"))
                .isEqualTo(AttemptRules.prefix("192.0.2.200"))
                .isNotEqualTo(AttemptRules.prefix("192.0.3.1"));
        assertThat(AttemptRules.prefix("2001:db8:1:2::1"))
                .isEqualTo(AttemptRules.prefix("2001:db8:1:ff::9"))
                .isNotEqualTo(AttemptRules.prefix("2001:db8:2:2::1"));
        assertThat(AttemptRules.prefix("nonsense")).isEqualTo("?");
    }

    /** How many guesses fit into this time when each is made as soon as it may be. */
    private static int guesses(Duration time) {
        var now = START;
        var failures = 0;
        while (now.isBefore(START.plus(time))) {
            failures++;
            now = AttemptRules.notBefore(failures, AttemptRules.FREE, now);
        }
        return failures;
    }
}
