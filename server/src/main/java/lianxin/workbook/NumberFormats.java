package lianxin.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the numbers of a workbook are shown: in Excel a date is a number whose format says so. */
record NumberFormats(List<Shown> byStyle, boolean from1904) {

    /** What a number format makes of a number. */
    sealed interface Shown {
        record AsNumber() implements Shown {}

        /** With leading zeros, as codes typed into a number column are: format {@code 000000}. */
        record Padded(int digits) implements Shown {}

        record AsDate(boolean day, boolean time) implements Shown {}
    }

    static final NumberFormats NONE = new NumberFormats(List.of(), false);

    private static final Shown NUMBER = new Shown.AsNumber();
    private static final Shown DAY = new Shown.AsDate(true, false);
    private static final Shown TIME = new Shown.AsDate(false, true);
    private static final Shown BOTH = new Shown.AsDate(true, true);

    private static final int MOST_STYLES = 100_000;

    /** Excel accepts no longer format. */
    private static final int LONGEST = 255;

    Shown of(@Nullable String style) {
        int i = style == null ? 0 : Xml.number(style, 0);
        return i < byStyle.size() ? byStyle.get(i) : NUMBER;
    }

    static NumberFormats read(Xml styles, boolean from1904) {
        Map<String, Shown> codes = new HashMap<>();
        List<Shown> byStyle = new ArrayList<>();
        boolean cells = false;
        try (styles) {
            while (styles.next()) {
                if (styles.starts("numFmt")) {
                    codes.put(or(styles.attribute("numFmtId"), ""), shown(or(styles.attribute("formatCode"), "")));
                } else if (styles.starts("cellXfs")) {
                    cells = true;
                } else if (styles.ends("cellXfs")) {
                    cells = false;
                } else if (cells && styles.starts("xf")) {
                    var id = or(styles.attribute("numFmtId"), "0");
                    var own = codes.get(id);
                    byStyle.add(own == null ? builtIn(Xml.number(id, 0)) : own);
                }
                if (byStyle.size() + codes.size() > MOST_STYLES) {
                    throw styles.damaged();
                }
            }
        }
        return new NumberFormats(byStyle, from1904);
    }

    /** ECMA-376 part 1, 18.8.30: formats that are known by number alone; 27 to 36 and 50 to 58 are the East Asian dates. */
    private static Shown builtIn(int id) {
        return switch (id) {
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DAY;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
            case 22 -> BOTH;
            default -> NUMBER;
        };
    }

    /** A format written out: {@code yyyy"年"m"月"d"日"}, {@code [$-804]yyyy/m/d h:mm;@}. */
    static Shown shown(String code) {
        if (code.length() > LONGEST) {
            return NUMBER;
        }
        var first = code.split(";", 2)[0];
        if (first.matches("0{2,18}")) {
            return new Shown.Padded(first.length());
        }
        var bare = first.replaceAll("\\[(h+|m+|s+)]", "0")
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]", "")
                .replaceAll("(?i)general|am/pm|a/p|上午/下午", "")
                .toLowerCase(Locale.ROOT);
        boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean day = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || (bare.indexOf('m') >= 0 && !time);
        return day ? time ? BOTH : DAY : time ? TIME : NUMBER;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
