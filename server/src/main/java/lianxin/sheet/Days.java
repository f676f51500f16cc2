package lianxin.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import lianxin.workbook.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Days as offices write them: 2013-05-12, 2013/5/12, 2013.5.12, 2013年5月12日, 20130512, with or without a time, or the number Excel keeps.
 * A day whose year has two digits or comes last is not guessed.
 */
final class Days {

    private static final String TIME = "([ T]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z?)?";
    private static final Pattern SIGNS =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?" + TIME);
    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /** Excel's numbers of 1927 to 2119; shorter ones are more likely a year or a count. */
    private static final Pattern SERIAL = Pattern.compile("[1-7]\\d{4}(\\.\\d+)?");

    private Days() {}

    static @Nullable LocalDate read(String text) {
        if (SERIAL.matcher(text).matches()) {
            return Numbers.date(Long.parseLong(text.substring(0, 5)), false);
        }
        var signs = SIGNS.matcher(text);
        var parts = signs.matches() ? signs : EIGHT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
