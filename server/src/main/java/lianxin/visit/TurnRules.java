package lianxin.visit;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a household’s turn is (R17, R40). */
final class TurnRules {

    private TurnRules() {}

    /**
     * A life event calls first, whatever the season; else the household’s rhythm since it was last met, or its first visit since the contact began;
     * unless it was put off since. What would fall into a quiet time comes the day after it.
     *
     * @param since when the contact began
     * @param every its rhythm in days
     * @param first within how many days of {@code since} it is met first
     */
    static Turn turn(
            UUID household,
            LocalDate since,
            int every,
            int first,
            @Nullable LocalDate lastMet,
            List<Occasion> occasions,
            @Nullable Deferral deferral,
            List<Lists.QuietTime> quiet,
            LocalDate today) {
        var calling = occasions.stream()
                .filter(o -> o.calls(today))
                .min(Comparator.comparing(Occasion::dueOn))
                .orElse(null);
        if (calling != null) {
            return new Turn(household, calling.dueOn(), Turn.Why.OCCASION, calling.id(), every, lastMet, null);
        }
        var on = lastMet == null ? since.plusDays(first) : lastMet.plusDays(every);
        var why = lastMet == null ? Turn.Why.NEVER : Turn.Why.EVERY;
        if (deferral != null && deferral.until().isAfter(on) && (lastMet == null || !lastMet.isAfter(deferral.on()))) {
            on = deferral.until();
            why = Turn.Why.DEFERRED;
        }
        var sought = on.isBefore(today) ? today : on;
        var hushed = quiet.stream().filter(q -> covers(q, sought)).findFirst().orElse(null);
        return hushed == null
                ? new Turn(household, on, why, null, every, lastMet, null)
                : new Turn(household, after(hushed, sought), why, null, every, lastMet, hushed.code());
    }

    private static boolean covers(Lists.QuietTime quiet, LocalDate day) {
        var date = MonthDay.from(day);
        return !date.isBefore(monthDay(quiet.first())) && !date.isAfter(monthDay(quiet.last()));
    }

    private static LocalDate after(Lists.QuietTime quiet, LocalDate day) {
        return monthDay(quiet.last()).atYear(day.getYear()).plusDays(1);
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }
}
