package lianxin.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Words that may hang on a wall, where everybody reads them (PIPL arts. 25, 28). There are two ways to come by one: from a datum, masked as the catalogue
 * says, or from words somebody typed. Both are searched for what looks like a number of a person or the door of a house, and refused if they have it: a
 * name field may hold a telephone.
 */
public final class PublicText {

    private static final String FIGURES = "〇零一二三四五六七八九";

    /** Seven digits in a row, or ten with single strokes, points, brackets or blanks between: telephones, identity numbers, bank cards; a date has eight. */
    private static final Pattern NUMBER = Pattern.compile("\\d{6,}[\\dXx]|\\d(?:[ ().\\-–—_/]?\\d){9,}");

    /** The number of a house, a staircase, a room; not of a document. */
    private static final Pattern DOOR = Pattern.compile("(?<![〕】\\])）第\\d])\\d{1,4} ?(?:号(?!文)|室|栋|幢|单元|弄|号楼)");

    private final String text;

    private PublicText(String text) {
        this.text = text;
    }

    /** A value of a column. What the catalogue never lets be posted is a defect here, not a refusal. */
    public static PublicText of(Datum datum, String value) {
        return switch (datum.board) {
            case SHOWN -> datum == Datum.PLACE ? checked(value, NUMBER) : words(value);
            case MASKED -> words(datum.masked(value));
            case NEVER -> throw new IllegalArgumentException(datum + " is never posted");
        };
    }

    /** What somebody wrote; refused with 422 when it has a person’s number or the door of a house in it. */
    public static PublicText words(String written) {
        return checked(written, NUMBER, DOOR);
    }

    private static PublicText checked(String written, Pattern... never) {
        var read = digits(Normalizer.normalize(written, Normalizer.Form.NFKC));
        for (var pattern : never) {
            if (pattern.matcher(read).find()) {
                throw PrivacyRefusal.NOT_FOR_A_BOARD.because();
            }
        }
        return new PublicText(written);
    }

    public String text() {
        return text;
    }

    /** Numbers written out are numbers too. */
    private static String digits(String text) {
        var read = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var at = text.charAt(i) == '幺' ? 2 : FIGURES.indexOf(text.charAt(i));
            read.append(at < 0 ? text.charAt(i) : (char) ('0' + Math.max(at - 1, 0)));
        }
        return read.toString();
    }
}
