package lianxin.sheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers of the country, in one way of writing. */
final class Phones {

    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86|^86(?=1\\d{10}$)");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern FIXED =
            Pattern.compile("(0(?:10|2\\d|[3-9]\\d{2}))?([2-9]\\d{6,7})(?:(?:转|x|ext|#|-)+(\\d{1,6}))?");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}|1[12]\\d{3}");

    private static final int LONGEST = 40;

    private Phones() {}

    static @Nullable String read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var bare = text.replaceAll("[\\s()（）·.]", "").replace('—', '-').replace('–', '-');
        var digits = COUNTRY.matcher(bare.replace("-", "")).replaceFirst("");
        if (MOBILE.matcher(digits).matches() || SERVICE.matcher(digits).matches()) {
            return digits;
        }
        var fixed = FIXED.matcher(
                COUNTRY.matcher(bare).replaceFirst("").replaceFirst("^-", "").replaceFirst("^(0\\d{2,3})-", "$1"));
        if (!fixed.matches()) {
            return null;
        }
        var area = fixed.group(1);
        var extension = fixed.group(3);
        return (area == null ? "" : area + "-") + fixed.group(2) + (extension == null ? "" : "-" + extension);
    }
}
