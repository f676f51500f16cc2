package lianxin.sheet;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why one cell cannot be taken as it is: what is wrong, where, and what to do.
 *
 * @param sheet name of the sheet, empty in a CSV file
 * @param cell its address as Excel shows it: C12
 * @param header the file's own words over the column
 * @param key of the message, in the bundle of the room that found it
 * @param args what fills the message
 */
public record Fault(String sheet, String cell, String header, String key, List<Object> args) {

    private static final int SHOWN = 30;

    /** A word in both languages, for a message whose reader is not known yet. */
    record Word(String chinese, String english) {}

    /** Some words, and whether there are more. */
    record Words(List<Word> words, boolean more) {}

    public Fault {
        args = List.copyOf(args);
    }

    /** The sentence for a person, with its place: {@code C12 姓名：……}. */
    public String say(lianxin.platform.Words words) {
        var filled = args.stream().map(arg -> said(arg, words.chinese())).toArray();
        return words.t("sheet.fault", cell, header, words.t(key, filled));
    }

    private static Object said(Object arg, boolean chinese) {
        return switch (arg) {
            case Word word -> chinese ? word.chinese : word.english;
            case Words some ->
                some.words.stream()
                        .map(word -> (String) said(word, chinese))
                        .collect(Collectors.joining(chinese ? "、" : ", ", "", some.more ? "…" : ""));
            default -> arg;
        };
    }

    /** As much of a cell as a sentence can carry. */
    static String shortened(@Nullable String text) {
        var one = text == null ? "" : text.replaceAll("\\s+", " ");
        return one.codePointCount(0, one.length()) <= SHOWN
                ? one
                : one.substring(0, one.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
