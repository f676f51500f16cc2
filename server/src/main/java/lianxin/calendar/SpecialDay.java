package lianxin.calendar;

import java.time.LocalDate;

/** A day that is not what its weekday says, and the festival it is so for. */
public record SpecialDay(LocalDate day, Kind kind, String name) {

    /** What such a day may be. */
    public enum Kind {
        /** People are off. */
        HOLIDAY,
        /** A Saturday or Sunday on which people work (调休上班). */
        WORKDAY,
        /** People are off, and work another day for it (调休放假). */
        IN_LIEU
    }

    /** Whether people work. */
    public boolean worked() {
        return kind == Kind.WORKDAY;
    }
}
