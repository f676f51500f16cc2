package lianxin.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working calendar: weekends, public holidays and make-up workdays as the State Council announces them each year. It does not guess:
 * for a year whose notice has not been loaded every question is refused.
 */
@Service
public class WorkCalendar {

    private static final String BUNDLED = "data/cn-holidays-2012-2026.json";
    private static final String BUNDLED_SOURCE = "国务院办公厅历年节假日安排通知（2012—2026，chinese-days 1.5.7）";

    private static final int LONGEST_SOURCE = 200;

    private final CalendarStore store;
    private volatile @Nullable Workdays latest;

    WorkCalendar(CalendarStore store) {
        this.store = store;
    }

    /** Whether people work on {@code day}. */
    public boolean isWorkday(LocalDate day) {
        return workdays().is(day);
    }

    /** How many working days lie from {@code from} up to but not including {@code to}; negative when {@code to} is earlier. */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        return workdays().between(from, to);
    }

    /**
     * The {@code n}th working day after {@code day}, which itself is not counted; before it when {@code n} is negative; {@code day} itself
     * when {@code n} is 0.
     */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        return workdays().plus(day, n);
    }

    /** What a day is that is not what its weekday says, in the order of days; empty when the year has not been loaded. */
    public List<SpecialDay> specialDays(int year) {
        return store.days(year);
    }

    /** The years that have been loaded, in order, each with its source. */
    public List<LoadedYear> years() {
        return store.years();
    }

    /** Reads a year's notice without keeping it: the text as published, or JSON as the bundled file; refused when it contradicts itself. */
    public YearNotice preview(int year, String notice) {
        return YearNotice.read(year, notice);
    }

    /** Keeps a year's notice; a year loaded before is replaced. The year must adjoin those that are loaded. */
    @Transactional
    public YearNotice importNotice(int year, String notice, String source) {
        var read = preview(year, notice);
        store.lock();
        var years = store.years();
        if (!years.isEmpty()
                && (year < years.getFirst().year() - 1 || year > years.getLast().year() + 1)) {
            throw CalendarRefusal.YEAR_APART.because(
                    Integer.toString(year),
                    Integer.toString(years.getFirst().year()),
                    Integer.toString(years.getLast().year()));
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw CalendarRefusal.NO_SOURCE.because(LONGEST_SOURCE);
        }
        store.put(read, source.strip());
        return read;
    }

    /** Loads the bundled notices of 2012 to 2026 for the years that are not loaded yet; says how many those were. */
    @Transactional
    public int loadBundled() {
        store.lock();
        var known = store.years().stream().map(LoadedYear::year).toList();
        var fresh = YearNotice.readYears(bundled()).stream()
                .filter(notice -> !known.contains(notice.year()))
                .toList();
        fresh.forEach(notice -> store.put(notice, BUNDLED_SOURCE));
        return fresh.size();
    }

    /** A year whose notice is loaded. */
    public record LoadedYear(int year, String source) {}

    private Workdays workdays() {
        var edition = store.edition();
        var known = latest;
        if (known == null || !known.is(edition)) {
            known = new Workdays(
                    edition, store.years().stream().map(LoadedYear::year).toList(), store.all());
            latest = known;
        }
        return known;
    }

    private static String bundled() {
        try {
            return new ClassPathResource(BUNDLED).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
