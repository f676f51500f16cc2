package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Abuse case 20: nobody's words begin a new line of the log, nobody's numbers stand in it. */
class DiscreetTest {

    @RepeatedTest(100)
    void anyWordsMakeOneLine(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        for (var i = 0; i < 100; i++) {
            var words = random.ints(random.nextInt(40), 0, random.nextBoolean() ? 0x100 : 0xD800)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Discreet.discreet(words)).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u202E&&[^\\t]]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Key (id)=(99999919520607123X) already exists, Key (id)=(999999********123X) already exists",
        "999999195206071234, 999999********1234",
        "tel 13812345678., tel 138****5678.",
        "12345678901 rows and 1234567890123 ms, 12345678901 rows and 1234567890123 ms",
        "0.13812345678 s, 0.13812345678 s",
        "a73913812345678f, a73913812345678f"
    })
    void numbersOfPeopleAreMaskedAndOtherNumbersStay(String said, String logged) {
        assertThat(Discreet.discreet(said)).isEqualTo(logged);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\r\n08:00:00 INFO Gate - signed in', a\\u000d\\u000a08:00:00 INFO Gate - signed in",
        "'a\u202Eb', a\\u202eb"
    })
    void aForgedLineShowsWhatItIs(String said, String logged) {
        assertThat(Discreet.discreet(said)).isEqualTo(logged);
    }
}
