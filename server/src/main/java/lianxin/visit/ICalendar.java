package lianxin.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Days with a word, as a calendar any client reads (RFC 5545): whole days that keep nobody busy. */
final class ICalendar {

    private static final int LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ICalendar() {}

    /** A day; {@code uid} stays the same as long as it is the same matter. */
    record Entry(String uid, LocalDate day, String summary, String description) {}

    static String of(String name, List<Entry> entries, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Lianxin//Round//ZH");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        for (var entry : entries) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + entry.uid());
            line(text, "DTSTAMP:" + MOMENT.format(now));
            line(text, "DTSTART;VALUE=DATE:" + DAY.format(entry.day()));
            line(text, "DTEND;VALUE=DATE:" + DAY.format(entry.day().plusDays(1)));
            line(text, "SUMMARY:" + escaped(entry.summary()));
            line(text, "DESCRIPTION:" + escaped(entry.description()));
            line(text, "TRANSP:TRANSPARENT");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** Commas, semicolons, backslashes and new lines mean something (3.3.11). */
    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** No line is longer than 75 bytes; it goes on after a blank (3.1), never within a character. */
    private static void line(StringBuilder text, String line) {
        var used = 0;
        for (var i = 0; i < line.length(); ) {
            var character = Character.toString(line.codePointAt(i));
            var size = character.getBytes(UTF_8).length;
            if (used + size > LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(character);
            used += size;
            i += character.length();
        }
        text.append("\r\n");
    }
}
