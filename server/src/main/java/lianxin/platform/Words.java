package lianxin.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The house's texts in one language. Chinese is the first, English the second; there is no third yet. */
public record Words(MessageSource source, Locale locale) {

    /** The text under {@code key}, its {@code {0}} … filled. A missing key is a defect and throws. */
    public String t(String key, Object... args) {
        return source.getMessage(key, args, locale);
    }

    /** Whether there is a text under {@code key}. */
    public boolean knows(String key) {
        return source.getMessage(key, null, null, locale) != null;
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
        return DateTimeFormatter.ofPattern(chinese() ? "y年M月d日" : "d MMM y", Locale.ENGLISH)
                .format(day);
    }

    /** A moment to the minute: 2013年5月12日 08:30. */
    public String moment(TemporalAccessor moment) {
        return DateTimeFormatter.ofPattern(chinese() ? "y年M月d日 HH:mm" : "d MMM y HH:mm", Locale.ENGLISH)
                .withZone(CountyTime.ZONE)
                .format(moment);
    }
}
