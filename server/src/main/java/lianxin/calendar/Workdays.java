package lianxin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The working days of an unbroken run of years, counted once. {@code before[i]} is the number of working days from the first day up to but
 * not including day {@code i}, so that any stretch is one subtraction.
 */
final class Workdays {

    private final long edition;
    private final LocalDate first;
    private final int[] before;

    Workdays(long edition, List<Integer> years, List<SpecialDay> special) {
        this.edition = edition;
        this.first = LocalDate.of(years.isEmpty() ? 1 : years.getFirst(), 1, 1);
        var end = years.isEmpty() ? first : LocalDate.of(years.getLast() + 1, 1, 1);
        this.before = new int[(int) ChronoUnit.DAYS.between(first, end) + 1];
        var known = special.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        for (var i = 1; i < before.length; i++) {
            var day = first.plusDays(i - 1);
            var what = known.get(day);
            before[i] = before[i - 1] + ((what == null ? weekday(day) : what.worked()) ? 1 : 0);
        }
    }

    boolean is(long number) {
        return edition == number;
    }

    boolean is(LocalDate day) {
        var i = index(day, before.length - 2);
        return before[i + 1] > before[i];
    }

    int between(LocalDate from, LocalDate to) {
        return before[index(to, before.length - 1)] - before[index(from, before.length - 1)];
    }

    LocalDate plus(LocalDate day, int n) {
        var at = index(day, before.length - 2);
        if (n == 0) {
            return day;
        }
        // After the day, the wanted one is the first i with before[i + 1] = target; before it, the last i with
        // before[i] = target.
        var target = n > 0 ? before[at + 1] + n : before[at] + n;
        if (target > before[before.length - 1]) {
            throw missing(year(before.length - 1));
        }
        if (target < 0) {
            throw missing(first.getYear() - 1);
        }
        var i = n > 0 ? least(target) - 1 : least(target + 1) - 1;
        return first.plusDays(i);
    }

    /** The least index at which {@code count} working days have passed. */
    private int least(int count) {
        var lo = 0;
        var hi = before.length - 1;
        while (lo < hi) {
            var middle = (lo + hi) >>> 1;
            if (before[middle] < count) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }

    private int index(LocalDate day, int last) {
        var i = ChronoUnit.DAYS.between(first, day);
        if (i < 0 || i > last) {
            throw missing(day.getYear());
        }
        return (int) i;
    }

    private int year(int index) {
        return first.plusDays(index).getYear();
    }

    private static RuntimeException missing(int year) {
        return CalendarRefusal.YEAR_NOT_LOADED.because(Integer.toString(year));
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
