package lianxin.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianxin.pairing.ContactScheme.Care;
import lianxin.pairing.ContactScheme.Load;

/** When a scheme is sound. */
final class SchemeRules {

    /** The ranks of the registry, the highest first. */
    static final List<String> RANKS =
            List.of("COUNTY_LEAD", "COUNTY_DEPUTY", "SECTION_LEAD", "SECTION_DEPUTY", "STAFF");

    /** A price above this (1,000 km of walking) is a slip of the pen, and would swallow all others. */
    static final int MOST = 1_000_000;

    private SchemeRules() {}

    static void sound(ContactScheme rules, LocalDate effective, LocalDate latest) {
        if (effective.isBefore(latest)) {
            throw PairingRefusal.SCHEME_UNSOUND.because("effective", effective + " < " + latest);
        }
        within("fixedYears", rules.fixedYears(), 0, 10);
        care("ordinary", rules.ordinary());
        rules.needs().forEach(SchemeRules::care);
        for (var rank : RANKS) {
            load(rank, rules.ranks());
        }
    }

    private static void care(String kind, Care care) {
        within(kind + ".everyDays", care.everyDays(), 1, 3_660);
        within(kind + ".wayPrice", care.wayPrice(), 1, 1_000);
        within(kind + ".changePrice", care.changePrice(), 0, MOST);
        within(kind + ".unskilledPrice", care.unskilledPrice(), 0, MOST);
        within(kind + ".unledPrice", care.unledPrice(), 0, MOST);
    }

    private static void load(String rank, Map<String, Load> ranks) {
        var load = ranks.get(rank);
        if (load == null) {
            throw PairingRefusal.SCHEME_UNSOUND.because(rank, "–");
        }
        within(rank + ".min", load.min(), 1, 1_000);
        within(rank + ".target", load.target(), load.min(), 1_000);
        within(rank + ".max", load.max(), load.target(), 1_000);
        within(rank + ".overloadPrice", load.overloadPrice(), 0, MOST);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw PairingRefusal.SCHEME_UNSOUND.because(what, value + " ∉ " + least + "–" + most);
        }
    }
}
