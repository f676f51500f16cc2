package lianxin.staff;

import java.time.LocalDate;
import java.util.Set;
import lianxin.roster.EntryRules;

/** What may be written down about cadres. Pure. */
final class CadreRules {

    static final Set<String> RANKS = Set.of("COUNTY_LEAD", "COUNTY_DEPUTY", "SECTION_LEAD", "SECTION_DEPUTY", "STAFF");

    private static final int LONGEST_NAME = 40;

    private CadreRules() {}

    static void sound(CadreFacts facts) {
        EntryRules.named(facts.name(), LONGEST_NAME);
        if (!RANKS.contains(facts.rank())) {
            throw StaffRefusal.NOT_A_RANK.because(facts.rank());
        }
        var least = facts.capacityMin() == null ? 0 : facts.capacityMin();
        var most = facts.capacityMax() == null ? Math.max(least, 0) : facts.capacityMax();
        if (least < 0 || most < least || most > 1000) {
            throw StaffRefusal.CAPACITY_UNLIKELY.because(least, most);
        }
    }

    /** An exemption (R35) says why and ends by itself, a year from now at the latest; then somebody must decide anew. */
    static void excused(String reason, LocalDate until, LocalDate today) {
        if (reason.isBlank() || reason.length() > 200 || !until.isAfter(today) || until.isAfter(today.plusYears(1))) {
            throw StaffRefusal.EXEMPTION_WITHOUT_END.because(today.plusYears(1));
        }
    }

    static void serving(Cadre cadre) {
        if (cadre.until() != null) {
            throw StaffRefusal.CADRE_LEFT.because(cadre.name(), cadre.until());
        }
    }
}
