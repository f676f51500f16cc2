package lianxin.sheet;

import java.time.LocalDate;
import java.util.List;

/**
 * A column somebody may fill in: how it is headed, what may stand in it, and what we tell the person who fills it in.
 *
 * <p>Declared once as a constant; the constant is also the key by which {@link Line} gives the value:
 * {@code static final Column<String> NAME = Column.text("name", "姓名", "Name", 50).required().synonyms("干部姓名")}.
 *
 * @param key name of the column among its {@link Columns}, never shown
 * @param synonyms other headers that mean the same
 * @param mandatory whether a row without it is refused
 * @param helpChinese what belongs here, one sentence, or empty
 * @param example for the instructions; no real person's
 */
public record Column<T>(
        String key,
        String chinese,
        String english,
        Kind<T> kind,
        List<String> synonyms,
        boolean mandatory,
        String helpChinese,
        String helpEnglish,
        String example) {

    public Column {
        synonyms = List.copyOf(synonyms);
    }

    public static <T> Column<T> of(String key, String chinese, String english, Kind<T> kind) {
        return new Column<>(key, chinese, english, kind, List.of(), false, "", "", "");
    }

    /** Any text up to a length in characters. */
    public static Column<String> text(String key, String chinese, String english, int longest) {
        return of(key, chinese, english, new Kind.Text(longest));
    }

    /** A whole number within bounds, both allowed. */
    public static Column<Integer> whole(String key, String chinese, String english, int least, int most) {
        return of(key, chinese, english, new Kind.Whole(least, most));
    }

    public static Column<Boolean> yesNo(String key, String chinese, String english) {
        return of(key, chinese, english, new Kind.YesNo());
    }

    /** A day of the calendar from 1900 to 2100. */
    public static Column<LocalDate> day(String key, String chinese, String english) {
        return of(key, chinese, english, new Kind.Day(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 12, 31)));
    }

    /** A code of exactly so many digits; a division's has 12. */
    public static Column<String> code(String key, String chinese, String english, int digits) {
        return of(key, chinese, english, new Kind.Code(digits));
    }

    /** A mobile or fixed-line number, which comes out as {@code 13900000000}, {@code 0537-2345678} or {@code 0537-2345678-801}. */
    public static Column<String> phone(String key, String chinese, String english) {
        return of(key, chinese, english, new Kind.Phone());
    }

    @SafeVarargs
    public static <T> Column<T> choice(String key, String chinese, String english, Option<T>... options) {
        return of(key, chinese, english, new Kind.Choice<>(List.of(options)));
    }

    /** Several values in one cell, separated by 、 ， , ; ； or a line break; each at most once. */
    public static <T> Column<List<T>> many(String key, String chinese, String english, int most, Kind<T> each) {
        return of(key, chinese, english, new Kind.Many<>(each, most));
    }

    public Column<T> required() {
        return new Column<>(key, chinese, english, kind, synonyms, true, helpChinese, helpEnglish, example);
    }

    public Column<T> synonyms(String... synonyms) {
        return new Column<>(
                key, chinese, english, kind, List.of(synonyms), mandatory, helpChinese, helpEnglish, example);
    }

    public Column<T> help(String chinese, String english) {
        return new Column<>(key, this.chinese, this.english, kind, synonyms, mandatory, chinese, english, example);
    }

    public Column<T> example(String example) {
        return new Column<>(key, chinese, english, kind, synonyms, mandatory, helpChinese, helpEnglish, example);
    }

    /** The header in the reader's language. */
    public String header(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
