package lianxin.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lianxin.calendar.SpecialDay.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year's notice on holidays, read: either the text as the State Council publishes it (“一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”)
 * or JSON with {@code holidays}, {@code workdays} and {@code inLieuDays}.
 *
 * @param days what is not as its weekday says, in order; a notice may reach into the year before or after, as that of 2012 did
 */
public record YearNotice(int year, List<SpecialDay> days) {

    private static final Pattern FESTIVAL =
            Pattern.compile("[一二三四五六七八九十]+[、.．]\\s*([^：:]{2,20})[：:]([^：:]*)(?=[一二三四五六七八九十]+[、.．]|$)");
    private static final Pattern DATES =
            Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:至(?:(?:(\\d{4})年)?(\\d{1,2})月)?(\\d{1,2})日)?");
    private static final Pattern TOTAL = Pattern.compile("共(\\d{1,2})天");

    /** Off by regulation (全国年节及纪念日放假办法), wherever the lunar calendar does not move them. */
    private static final List<int[]> FIXED =
            List.of(new int[] {1, 1}, new int[] {5, 1}, new int[] {10, 1}, new int[] {10, 2}, new int[] {10, 3});

    /** How many days people work this year. */
    public int workdays() {
        return new Workdays(0, List.of(year), days).between(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    static YearNotice read(int year, String notice) {
        var text = notice.strip();
        var days = text.startsWith("{") ? json(text) : text(year, text);
        return checked(year, days);
    }

    static List<YearNotice> readYears(String json) {
        var days = json(json);
        return days.stream()
                .map(d -> d.day().getYear())
                .distinct()
                .sorted()
                .map(year -> checked(
                        year,
                        days.stream().filter(d -> d.day().getYear() == year).toList()))
                .toList();
    }

    private static YearNotice checked(int year, List<SpecialDay> found) {
        var days = new TreeMap<LocalDate, SpecialDay>();
        for (var day : found) {
            if (Math.abs(day.day().getYear() - year) > 1) {
                throw CalendarRefusal.NOTICE_OTHER_YEAR.because(day.day(), Integer.toString(year));
            }
            var twin = days.put(day.day(), day);
            if ((twin != null && twin.worked() != day.worked()) || (day.worked() && !weekend(day.day()))) {
                throw CalendarRefusal.NOTICE_CONTRADICTS.because(day.day(), day.name());
            }
        }
        for (var fixed : FIXED) {
            var day = LocalDate.of(year, fixed[0], fixed[1]);
            if (!days.containsKey(day) || days.get(day).worked()) {
                throw CalendarRefusal.NOTICE_LACKS.because(day);
            }
        }
        return new YearNotice(year, List.copyOf(days.values()));
    }

    private static List<SpecialDay> json(String text) {
        try {
            var root = JsonMapper.shared().readTree(text);
            var days = new ArrayList<SpecialDay>();
            var inLieu = root.path("inLieuDays");
            root.path("holidays")
                    .propertyStream()
                    .forEach(d -> days.add(
                            special(d.getKey(), inLieu.has(d.getKey()) ? Kind.IN_LIEU : Kind.HOLIDAY, d.getValue())));
            root.path("workdays")
                    .propertyStream()
                    .forEach(d -> days.add(special(d.getKey(), Kind.WORKDAY, d.getValue())));
            days.sort(Comparator.comparing(SpecialDay::day));
            return days;
        } catch (JacksonException | DateTimeException e) {
            throw CalendarRefusal.NOTICE_UNREADABLE.because(shortened(text));
        }
    }

    /** {@code "2013-04-07": "Tomb-sweeping Day,清明,1"}: the name in English, in Chinese, and how many of the festival's days are by regulation. */
    private static SpecialDay special(String day, Kind kind, JsonNode words) {
        var parts = words.asString("").split(",", -1);
        return new SpecialDay(LocalDate.parse(day), kind, parts.length > 1 ? parts[1] : parts[0]);
    }

    private static List<SpecialDay> text(int year, String text) {
        var days = new ArrayList<SpecialDay>();
        var plain = text.replaceAll("（[^）]*）|\\([^)]*\\)|\\s", "");
        var festivals = FESTIVAL.matcher(plain);
        while (festivals.find()) {
            for (var sentence : festivals.group(2).split("[。；;]", -1)) {
                days.addAll(sentence(year, festivals.group(1), sentence));
            }
        }
        if (days.isEmpty()) {
            throw CalendarRefusal.NOTICE_UNREADABLE.because(shortened(text));
        }
        return days;
    }

    /** One sentence speaks either of days off, which it may count, or of days worked. */
    private static List<SpecialDay> sentence(int year, String festival, String sentence) {
        var dates = DATES.matcher(sentence);
        var days = new ArrayList<SpecialDay>();
        var off = sentence.contains("放假") || sentence.contains("补休") || sentence.contains("调休");
        var on = sentence.contains("上班");
        if (off == on) {
            if (dates.find()) {
                throw CalendarRefusal.NOTICE_UNREADABLE.because(shortened(sentence));
            }
            return days;
        }
        while (dates.find()) {
            stretch(year, dates)
                    .forEach(day -> days.add(new SpecialDay(day, off ? Kind.HOLIDAY : Kind.WORKDAY, festival)));
        }
        var total = TOTAL.matcher(sentence);
        if (days.isEmpty() || (total.find() && Integer.parseInt(total.group(1)) != days.size())) {
            throw CalendarRefusal.NOTICE_UNREADABLE.because(shortened(sentence));
        }
        return days;
    }

    private static List<LocalDate> stretch(int year, Matcher dates) {
        try {
            var from = LocalDate.of(number(dates, 1, year), number(dates, 2, 1), number(dates, 3, 1));
            if (dates.group(6) == null) {
                return List.of(from);
            }
            var to = LocalDate.of(
                    number(dates, 4, from.getYear()), number(dates, 5, from.getMonthValue()), number(dates, 6, 1));
            return from.datesUntil(to.plusDays(1)).toList();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw CalendarRefusal.NOTICE_UNREADABLE.because(dates.group());
        }
    }

    private static int number(Matcher dates, int group, int otherwise) {
        return dates.group(group) == null ? otherwise : Integer.parseInt(dates.group(group));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
