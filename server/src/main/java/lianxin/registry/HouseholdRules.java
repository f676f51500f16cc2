package lianxin.registry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import lianxin.region.Division;
import lianxin.region.Level;
import lianxin.roster.EntryRules;

/** What may be written down about households. Pure. */
final class HouseholdRules {

    private static final int LONGEST_NAME = 40;
    private static final int LARGEST = 60;

    private HouseholdRules() {}

    static void sound(HouseholdFacts facts, Map<String, NeedCategory> known, LocalDate day) {
        EntryRules.named(facts.head(), LONGEST_NAME);
        if (facts.size() < 1 || facts.size() > LARGEST || facts.group() < 0 || facts.group() > 999) {
            throw RegistryRefusal.SIZE_UNLIKELY.because(facts.size(), LARGEST);
        }
        var seen = new HashSet<String>();
        for (var need : facts.needs()) {
            known(need.category(), known);
            if (!seen.add(need.category())) {
                throw RegistryRefusal.NO_SUCH_NEED.because(need.category());
            }
            if (!need.reviewOn().isAfter(day)) {
                throw RegistryRefusal.REVIEW_PAST.because(need.reviewOn());
            }
        }
    }

    static void known(String category, Map<String, NeedCategory> known) {
        if (!known.containsKey(category)) {
            throw RegistryRefusal.NO_SUCH_NEED.because(category);
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
