package lianxin.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What any calendar can read (RFC 5545). */
class ICalendarTest {

    static final String TEXT = ICalendar.of(
            "我的联系户",
            List.of(
                    new ICalendar.Entry(
                            "a@lianxin", LocalDate.of(2026, 12, 31), "走访 3 户 · 王村", "张三、李四、" + "王五、".repeat(40)),
                    new ICalendar.Entry("b@lianxin", LocalDate.of(2026, 2, 28), "a,b;c\\d\ne", "")),
            Instant.parse("2026-05-12T08:00:00Z"));

    @Test
    void noLineIsLongerThanSeventyFiveBytesAndNoCharacterIsCut() {
        assertThat(TEXT.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(TEXT).doesNotContain("\uFFFD");
        assertThat(TEXT.replace("\r\n ", "")).contains("王五、".repeat(40));
    }

    @Test
    void daysAreWholeDaysAndSignsAreEscaped() {
        assertThat(TEXT.lines())
                .contains(
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "DTEND;VALUE=DATE:20260301",
                        "SUMMARY:a\\,b\\;c\\\\d\\ne",
                        "DTSTAMP:20260512T080000Z");
        assertThat(Stream.of(TEXT.split("\r\n")).filter("BEGIN:VEVENT"::equals)).hasSize(2);
        assertThat(TEXT).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
    }
}
