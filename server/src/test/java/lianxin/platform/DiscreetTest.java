package lianxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

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

    @Test
    void aLineOfTheLogEndsAndATraceBelongsToIt() throws IOException {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("discreet", Discreet::new);
        layout.setPattern(pattern().replace("%wEx", "%ex{2}"));
        layout.start();
        var logger = context.getLogger("a.Gate");
        var plain = new LoggingEvent("", logger, Level.WARN, "13812345678 came", null, null);
        var failed = new LoggingEvent(
                "",
                logger,
                Level.WARN,
                "it failed",
                new IllegalStateException("x\n08:00:00 WARN Gate - all is well"),
                null);
        var why = context.getLogger("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");
        var stopped = new LoggingEvent("", why, Level.ERROR, "it did not start\nport 8080 is taken", null, null);
        assertThat(layout.doLayout(stopped)).contains("\n  | it did not start\n  | port 8080 is taken\n");
        assertThat(layout.doLayout(plain)).matches("\\d\\d:\\d\\d:\\d\\d WARN  Gate - 138\\*{4}5678 came\\n");
        assertThat(layout.doLayout(failed).lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("  | "));
    }

    private static String pattern() throws IOException {
        return PropertiesLoaderUtils.loadAllProperties("application.properties").getProperty("logging.pattern.console");
    }
}
