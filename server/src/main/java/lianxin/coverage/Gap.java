package lianxin.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lianxin.registry.Household;

/** A household without a contact, and the day since when. */
public record Gap(Household household, LocalDate since) {

    /** How many days it has been open on {@code today}. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(since, today);
    }
}
