package lianxin.atlas;

import java.util.List;
import lianxin.calendar.YearNotice;

/** A year as twelve sheets of weeks. */
public record YearSheet(YearNotice notice, List<MonthSheet> months) {

    static YearSheet of(YearNotice notice) {
        return new YearSheet(notice, MonthSheet.of(notice));
    }

    /** Which year. */
    public int year() {
        return notice.year();
    }
}
