package lianxin.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * The house's texts in one language. Chinese is the first, English the second; there is no third yet. English has one form for one and another for
 * many: {@code {0} [0|household|households]} takes the first when {@code {0}} is 1.
 */
public record Words(MessageSource source, Locale locale) {

    private static final Pattern COUNTED = Pattern.compile("\\[(\\d)\\|([^|\\]]*)\\|([^]]*)]");

    /** A list has a hundred days: their pattern is read once. */
    private static final DateTimeFormatter DAY_ZH = pattern("y年M月d日");

    private static final DateTimeFormatter DAY_EN = pattern("d MMM y");
    private static final DateTimeFormatter MOMENT_ZH = pattern("y年M月d日 HH:mm");
    private static final DateTimeFormatter MOMENT_EN = pattern("d MMM y HH:mm");

    /** The text under {@code key}, its {@code {0}} … filled. A missing key is a defect and throws. */
    public String t(String key, Object... args) {
        var text = source.getMessage(key, args, locale);
        return text.indexOf('|') < 0
                ? text
                : COUNTED.matcher(text).replaceAll(form -> {
                    int counted = Integer.parseInt(form.group(1));
                    boolean one = counted < args.length
                            && String.valueOf(args[counted]).equals("1");
                    return Matcher.quoteReplacement(form.group(one ? 2 : 3));
                });
    }

    /** The text under {@code keyOrText}, or itself when there is no such key: a name is its own text. */
    public String textOr(String keyOrText) {
        var text = source.getMessage(
                keyOrText, null, "", locale); // a default would be read as a pattern, and a name may hold a brace
        return text == null || text.isEmpty() ? keyOrText : text;
    }

    /** Whether the reader reads Chinese. */
    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** The value for the lang attribute of the page. */
    public String tag() {
        return chinese() ? "zh-CN" : "en";
    }

    /** A whole number with its groups: 1,802,416. */
    public String n(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A day: 2013年5月12日, 12 May 2013. */
    public String day(LocalDate day) {
        return (chinese() ? DAY_ZH : DAY_EN).format(day);
    }

    /** A moment to the minute: 2013年5月12日 08:30. */
    public String moment(TemporalAccessor moment) {
        return (chinese() ? MOMENT_ZH : MOMENT_EN).format(moment);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(CountyTime.ZONE);
    }
}
