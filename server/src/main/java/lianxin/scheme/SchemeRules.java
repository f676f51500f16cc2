package lianxin.scheme;

import java.time.LocalDate;
import java.util.Map;
import lianxin.scheme.ContactScheme.Care;
import lianxin.scheme.ContactScheme.Load;

/** When a scheme is sound. */
final class SchemeRules {

    /** A price above this (1,000 km of walking) is a slip of the pen, and would swallow all others. */
    static final int MOST = 1_000_000;

    private SchemeRules() {}

    static void sound(ContactScheme rules, LocalDate effective, LocalDate latest) {
        if (effective.isBefore(latest)) {
            throw SchemeRefusal.SCHEME_UNSOUND.because("effective", effective + " < " + latest);
        }
        within("fixedYears", rules.fixedYears(), 0, 10);
        within("matching.reserve", rules.matching().reserve(), 0, 50);
        within("matching.furtherUnit", rules.matching().furtherUnit(), 0, MOST);
        care("ordinary", rules.ordinary());
        rules.needs().forEach(SchemeRules::care);
        for (var rank : ContactScheme.RANKS) {
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
            throw SchemeRefusal.SCHEME_UNSOUND.because(rank, "–");
        }
        within(rank + ".min", load.min(), 1, 1_000);
        within(rank + ".target", load.target(), load.min(), 1_000);
        within(rank + ".max", load.max(), load.target(), 1_000);
        within(rank + ".overloadPrice", load.overloadPrice(), 0, MOST);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw SchemeRefusal.SCHEME_UNSOUND.because(what, value + " ∉ " + least + "–" + most);
        }
    }
}
