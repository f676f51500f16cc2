package lianxin.atlas;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianxin.calendar.SpecialDay;
import lianxin.calendar.YearNotice;
import org.jspecify.annotations.Nullable;

/** A month as a sheet of weeks, Monday first; cells outside the month are empty. */
public record MonthSheet(Month month, int workdays, List<List<Cell>> weeks) {

    /** A day of the sheet, and what is special about it; no day outside the month. */
    public record Cell(@Nullable LocalDate day, @Nullable SpecialDay special) {

        /** Whether people work on it. */
        public boolean worked() {
            return day != null && (special == null ? day.getDayOfWeek().getValue() < 6 : special.worked());
        }
    }

    static List<MonthSheet> of(YearNotice notice) {
        var special = notice.days().stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        return Arrays.stream(Month.values())
                .map(month -> of(YearMonth.of(notice.year(), month), special))
                .toList();
    }

    private static MonthSheet of(YearMonth month, Map<LocalDate, SpecialDay> special) {
        var lead = month.atDay(1).getDayOfWeek().getValue() - 1;
        var weeks = IntStream.range(0, (lead + month.lengthOfMonth() + 6) / 7)
                .mapToObj(week -> IntStream.rangeClosed(1, 7)
                        .map(weekday -> week * 7 + weekday - lead)
                        .mapToObj(n -> n < 1 || n > month.lengthOfMonth()
                                ? new Cell(null, null)
                                : new Cell(month.atDay(n), special.get(month.atDay(n))))
                        .toList())
                .toList();
        var workdays = weeks.stream().flatMap(List::stream).filter(Cell::worked).count();
        return new MonthSheet(month.getMonth(), (int) workdays, weeks);
    }
}
