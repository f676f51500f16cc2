package lianxin.workbook;

import java.util.regex.Pattern;

/**
 * Keeps text from becoming a formula in somebody's spreadsheet program (CSV injection).
 *
 * <p>In a workbook this needs nothing: we write texts as text cells in text format, and a text cell is never computed, not even after
 * editing. A CSV file has no cell types, so a cell that begins with {@code = + - @}, their full-width forms, a tab or a line break is
 * written with an apostrophe before it, as OWASP advises. A plain number such as {@code -3.5} stays a number. Reading takes the apostrophe
 * off again, so that a file we wrote comes back as it was; a text that itself begins so gets one more.
 */
public final class Formulas {

    private static final String STARTS = "'*[\\p{Z}\\p{Cf}\\s]*[=+\\-@＝＋－＠\\t\\r\\n]";
    private static final Pattern RISKY = Pattern.compile(STARTS);
    private static final Pattern DISARMED = Pattern.compile("'" + STARTS);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");

    /** How programs keep the zeros of a code in CSV: {@code ="0370827"}. */
    private static final Pattern QUOTED_CODE = Pattern.compile("=\"([^\"]*)\"");

    private Formulas() {}

    /** The text as it may stand in a CSV file. */
    public static String disarmed(String text) {
        return RISKY.matcher(text).lookingAt() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was meant by what stands in a CSV file. */
    public static String meant(String text) {
        if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
            return text;
        }
        if (DISARMED.matcher(text).lookingAt()) {
            return text.substring(1);
        }
        var code = QUOTED_CODE.matcher(text);
        return code.matches() ? code.group(1).strip() : text;
    }
}
