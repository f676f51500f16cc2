package lianxin.staff;

import java.util.Set;
import lianxin.roster.EntryRules;

/** What may be written down about units. Pure. */
final class UnitRules {

    static final Set<String> LEVELS = Set.of("CITY", "COUNTY", "TOWNSHIP", "VILLAGE");
    static final Set<String> KINDS = Set.of(
            "PARTY", "GOVERNMENT", "PUBLIC_INSTITUTION", "ENTERPRISE", "SCHOOL", "HOSPITAL", "TOWNSHIP", "OTHER");

    private static final int LONGEST_NAME = 100;

    private UnitRules() {}

    static void sound(UnitFacts facts) {
        EntryRules.named(facts.name(), LONGEST_NAME);
        if (!LEVELS.contains(facts.level()) || !KINDS.contains(facts.kind())) {
            throw StaffRefusal.NOT_A_UNIT_KIND.because(facts.level(), facts.kind());
        }
    }
}
