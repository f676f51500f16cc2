package lianxin.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it was meant: offices type on Chinese keyboards, copy from web pages and pad with spaces. */
public final class Plain {

    /** What is longer is a remark and no header. */
    private static final int LONGEST_HEADER = 60;

    private static final Pattern REMARK = Pattern.compile("[(\\[{【〔「《][^)\\]}】〕」》]*[)\\]}】〕」》]");

    private Plain() {}

    /** Full-width digits, letters and signs as their ordinary forms: {@code ３７０８－Ａ} is {@code 3708-A}. For codes, not for names. */
    public static String halfWidth(String text) {
        if (!isWide(text)) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '\u3000' ? ' ' : c);
        }
        return plain.toString();
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((text.charAt(i) >= '！' && text.charAt(i) <= '～') || text.charAt(i) == '\u3000') {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is nothing but digits 0 to 9, and at least one. */
    public static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Without the blanks at both ends (the wide and the invisible ones too) and without control characters; line breaks become {@code \n}. */
    public static String trimmed(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (unwanted(text.charAt(i))) {
                return withoutControls(text, from, to);
            }
        }
        return text.subSequence(from, to).toString();
    }

    /** What two headers have in common when they mean the same: no spaces, signs, remarks in brackets, case or width. */
    public static String key(String header) {
        if (header.length() > LONGEST_HEADER) {
            return "";
        }
        var plain = halfWidth(header).toLowerCase(Locale.ROOT);
        var bare = letters(REMARK.matcher(plain).replaceAll(""));
        return bare.isEmpty() ? letters(plain) : bare;
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean blank(char c) {
        if (c < 0x7f) {
            return c <= ' ';
        }
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.FORMAT
                || type == Character.CONTROL;
    }

    /** A control character, or what XML cannot hold. */
    private static boolean unwanted(char c) {
        return (c < ' ' && c != '\n' && c != '\t') || c == '\ufffe' || c == '\uffff';
    }

    private static String withoutControls(CharSequence text, int from, int to) {
        var kept = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == to || text.charAt(i + 1) != '\n') {
                    kept.append('\n');
                }
            } else if (!unwanted(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
