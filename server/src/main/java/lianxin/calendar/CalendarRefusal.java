package lianxin.calendar;

import lianxin.platform.Refusal;

final class CalendarRefusal {

    static final Refusal.Kind YEAR_NOT_LOADED = new Refusal.Kind(422, "calendar-year-not-loaded");
    static final Refusal.Kind NOTICE_UNREADABLE = new Refusal.Kind(422, "notice-unreadable");
    static final Refusal.Kind NOTICE_OTHER_YEAR = new Refusal.Kind(422, "notice-of-another-year");
    static final Refusal.Kind NOTICE_CONTRADICTS = new Refusal.Kind(422, "notice-contradicts-itself");
    static final Refusal.Kind NOTICE_LACKS = new Refusal.Kind(422, "notice-lacks-holiday");
    static final Refusal.Kind YEAR_APART = new Refusal.Kind(409, "calendar-year-apart");
    static final Refusal.Kind NO_SOURCE = new Refusal.Kind(422, "notice-without-source");

    private CalendarRefusal() {}
}
