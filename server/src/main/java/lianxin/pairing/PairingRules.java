package lianxin.pairing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** What may be written down at all, before the database is asked. */
final class PairingRules {

    /** A day further ahead than this is a slip of the pen: every change before it would be refused from then on. */
    static final int DAYS_AHEAD = 366;

    /** Reasons a person may give for moving one household. */
    static final Set<Reason> BY_HAND = EnumSet.of(
            Reason.MOVED_BY_HAND,
            Reason.KINSHIP,
            Reason.CADRE_LEFT,
            Reason.CADRE_ILL,
            Reason.HOUSEHOLD_NEW,
            Reason.HOUSEHOLD_SPLIT,
            Reason.HOUSEHOLD_MOVED,
            Reason.REGION_REDRAWN,
            Reason.CORRECTED);

    private PairingRules() {}

    static void near(LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw PairingRefusal.DAY_TOO_FAR.because(day, DAYS_AHEAD);
        }
    }

    static void adoptable(Reason reason) {
        if (reason.ends()) {
            throw PairingRefusal.REASON_NOT_BY_HAND.because(reason);
        }
    }

    static void byHand(Reason reason) {
        if (!BY_HAND.contains(reason)) {
            throw PairingRefusal.REASON_NOT_BY_HAND.because(reason);
        }
    }
}
