package lianxin.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import lianxin.region.Division;
import lianxin.region.Level;

/** What may be written down about households. Pure. */
final class HouseholdRules {

    private static final int LONGEST_NAME = 40;
    private static final int LARGEST = 60;

    private HouseholdRules() {}

    static void keyed(String key) {
        if (key.isBlank() || key.length() > LONGEST_NAME) {
            throw RegistryRefusal.NOT_A_KEY.because(key);
        }
    }

    static void sound(HouseholdFacts facts, Map<String, NeedCategory> known, LocalDate day) {
        if (facts.head().isEmpty() || facts.head().length() > LONGEST_NAME) {
            throw RegistryRefusal.NAME_MISSING.because(LONGEST_NAME);
        }
        if (facts.size() < 1 || facts.size() > LARGEST || facts.group() < 0 || facts.group() > 999) {
            throw RegistryRefusal.SIZE_UNLIKELY.because(facts.size(), LARGEST);
        }
        var seen = new HashSet<String>();
        for (var need : facts.needs()) {
            if (!known.containsKey(need.category()) || !seen.add(need.category())) {
                throw RegistryRefusal.NO_SUCH_NEED.because(need.category());
            }
            if (!need.reviewOn().isAfter(day)) {
                throw RegistryRefusal.REVIEW_PAST.because(need.reviewOn());
            }
        }
    }

    /** A change holds from a day that has come, and not from before the last change: history is added to, never rewritten. */
    static void timely(LocalDate day, LocalDate lastChange, LocalDate today) {
        if (day.isAfter(today)) {
            throw RegistryRefusal.DAY_TO_COME.because(day);
        }
        if (day.isBefore(lastChange)) {
            throw RegistryRefusal.DAY_TOO_EARLY.because(day, lastChange);
        }
    }

    /** Whoever ends has been in scope for a day at least. */
    static void ending(LocalDate day, LocalDate since) {
        if (!day.isAfter(since)) {
            throw RegistryRefusal.DAY_TOO_EARLY.because(day, since.plusDays(1));
        }
    }

    static void living(Household household) {
        if (household.until() != null) {
            throw RegistryRefusal.HOUSEHOLD_ENDED.because(household.key(), household.until());
        }
    }

    static void village(Division place) {
        if (place.level() != Level.VILLAGE) {
            throw RegistryRefusal.NOT_A_VILLAGE.because(place.name());
        }
    }
}
