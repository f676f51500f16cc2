package lianxin.mediation;

import java.util.EnumSet;
import java.util.Set;

/** Where a matter stands. Which leads where is {@link Life}’s business. */
public enum State {
    /** Somebody heard that there is a dispute (排查线索). */
    CLUE,
    /** The committee offered to mediate (主动调解, art. 17). */
    OFFERED,
    /** A party applied (申请调解, art. 17). */
    APPLIED,
    /** Everybody agreed to it. */
    CONSENTED,
    MEDIATING,
    /** Agreed by word; binding from that day (art. 30). */
    AGREED_ORAL,
    /** Agreed on paper, signed by all (art. 29). */
    AGREED_WRITTEN,
    PERFORMING,
    PERFORMED,
    /** Not kept: the parties may go to court (arts. 31–33). */
    BREACHED,
    /** No agreement was reached (art. 26). */
    FAILED,
    /** A party stopped it (art. 23), or there was no dispute. */
    WITHDRAWN,
    /** A party did not want it (art. 17). */
    REFUSED,
    /** It belongs to somebody else: court, arbitration, administration, police. */
    REFERRED,
    ARCHIVED;

    static final Set<State> BEFORE_CONSENT = EnumSet.of(CLUE, OFFERED, APPLIED);
    static final Set<State> AGREED = EnumSet.of(AGREED_ORAL, AGREED_WRITTEN, PERFORMING, PERFORMED, BREACHED);
    static final Set<State> WITHOUT_AGREEMENT = EnumSet.of(FAILED, WITHDRAWN, REFUSED, REFERRED);

    /** Whether an agreement holds. */
    public boolean agreed() {
        return AGREED.contains(this);
    }

    /** Whether it ended without one. */
    public boolean withoutAgreement() {
        return WITHOUT_AGREEMENT.contains(this);
    }
}
