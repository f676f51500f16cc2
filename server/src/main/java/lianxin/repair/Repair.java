package lianxin.repair;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.muster.Bottlenecked;
import org.jspecify.annotations.Nullable;

/**
 * The repair with the fewest changed families.
 *
 * @param steps who goes to whom; those who must first
 * @param others families who could have kept their contact but give way, so that the rest find somebody
 * @param held families on the ground looked at who keep theirs
 * @param fingerprint of the steps: what is adopted is what was shown
 * @param why null when there is a repair; else the reason why there is none
 */
public record Repair(
        LocalDate day,
        List<Step> steps,
        int others,
        int held,
        String fingerprint,
        @Nullable Bottlenecked why) {

    /** Families who must get somebody else, or have nobody. */
    public int forced() {
        return steps.size() - others;
    }

    /**
     * One family's change.
     *
     * @param from whom it had, null for nobody
     * @param metres from the new contact's office to the village
     * @param cause why it cannot stay as it is
     */
    public record Step(
            UUID household,
            UUID village,
            long place,
            @Nullable UUID from,
            UUID to,
            long metres,
            Cause cause) {}

    /** Why a family changes. */
    public enum Cause {
        /** Its contact leaves or is ill. */
        CONTACT_AWAY,
        /** It has nobody. */
        NOBODY,
        /** Its contact may no longer be its contact: kinship. */
        NOT_ALLOWED,
        /** Its contact's unit does not serve the village. */
        NOT_SERVED,
        /** It makes room for another. */
        GIVES_WAY
    }
}
