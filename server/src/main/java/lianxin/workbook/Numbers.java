package lianxin.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Numbers of a workbook as an office writes them: a 12-digit code in full, 1.0 as 1, a date as 2013-05-12. */
public final class Numbers {

    /** Excel keeps 15 digits; what comes after is the dust of binary fractions. */
    private static final MathContext KEPT = new MathContext(15);

    private static final int LONGEST = 40;
    private static final long LAST_DAY = 2_958_465; // 9999-12-31
    private static final int DAY_SECONDS = 86_400;

    private Numbers() {}

    /** The text of a number, or null when it is none. */
    static @Nullable String text(String raw, NumberFormats formats, @Nullable String style) {
        return switch (formats.of(style)) {
            case NumberFormats.Shown.AsNumber() -> number(raw);
            case NumberFormats.Shown.Padded(int digits) -> padded(number(raw), digits);
            case NumberFormats.Shown.AsDate(boolean day, boolean time) -> {
                var date = date(raw, day, time, formats.from1904());
                yield date == null ? number(raw) : date;
            }
        };
    }

    private static @Nullable String number(String raw) {
        if (whole(raw)) {
            return raw;
        }
        if (raw.length() > LONGEST) {
            return null;
        }
        try {
            var number = new BigDecimal(raw).round(KEPT).stripTrailingZeros();
            return Math.abs((long) number.precision() - number.scale()) > 21 || Math.abs((long) number.scale()) > 30
                    ? number.toString()
                    : number.signum() == 0 ? "0" : number.toPlainString();
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private static boolean whole(String raw) {
        return raw.length() <= 15 && (raw.length() == 1 || !raw.startsWith("0")) && Plain.isDigits(raw);
    }

    private static @Nullable String padded(@Nullable String number, int digits) {
        return number == null || !whole(number) ? number : "0".repeat(Math.max(0, digits - number.length())) + number;
    }

    private static @Nullable String date(String raw, boolean day, boolean time, boolean from1904) {
        double serial;
        try {
            serial = raw.length() > LONGEST ? -1 : Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return null;
        }
        if (!(serial >= 0 && serial < LAST_DAY + 1)) {
            return null;
        }
        long seconds = Math.round((serial - Math.floor(serial)) * DAY_SECONDS);
        long days = (long) Math.floor(serial) + seconds / DAY_SECONDS;
        var clock = LocalTime.ofSecondOfDay(seconds % DAY_SECONDS);
        var date = days == 0 && !from1904 ? null : date(days, from1904);
        var said = clock.getSecond() == 0 ? clock.toString() : "%tT".formatted(clock);
        if (date == null) {
            return time && days == 0 ? said : null;
        }
        return !time ? date.toString() : !day ? said : date + " " + said;
    }

    /** The day of an Excel serial number; null for 60, the 29 February 1900 that Excel believes in and that never was. */
    public static @Nullable LocalDate date(long serial, boolean from1904) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(serial);
        }
        return serial == 60
                ? null
                : LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
    }
}
