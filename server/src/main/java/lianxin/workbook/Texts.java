package lianxin.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a workbook: what XML cannot hold is written there as {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
public final class Texts {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Texts() {}

    /** The text as it was typed, trimmed. */
    static String unescaped(StringBuilder text) {
        return text.indexOf("_x") < 0
                ? Plain.trimmed(text)
                : Plain.trimmed(ESCAPE.matcher(text).replaceAll(found -> {
                    char meant = (char) Integer.parseInt(found.group(1), 16);
                    return Matcher.quoteReplacement(String.valueOf(meant));
                }));
    }

    /** The text so that reading it gives the same text again: {@code _x0041_} typed by a person must not become an A. */
    public static String escaped(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_x$1_") : text;
    }
}
