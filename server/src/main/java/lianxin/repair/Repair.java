package lianxin.repair;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.muster.Bottlenecked;
import org.jspecify.annotations.Nullable;

/**
 * Who takes over.
 *
 * @param steps who goes to whom; those who must first
 * @param others families who could have kept their contact: they give way so that the rest find somebody, or, if the aim is the cheapest, change for shorter ways
 * @param held families on the ground looked at who keep theirs
 * @param fingerprint of the steps: what is adopted is what was shown
 * @param why null when there is a repair; else the reason why there is none
 * @param choices what fewer changes cost, from the cheapest to the fewest; empty unless the aim is the cheapest
 */
public record Repair(
        Aim aim,
        LocalDate day,
        List<Step> steps,
        int others,
        int held,
        String fingerprint,
        @Nullable Bottlenecked why,
        List<Choice> choices) {

    /** The families it speaks of. */
    List<UUID> families() {
        return steps.stream().map(Step::household).toList();
    }

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

    /**
     * What comes of counting a change dearer than the scheme does.
     *
     * @param more what it counts besides, in metres; null when nobody changes who need not
     * @param changed families who get another contact, {@code others} of whom need not
     * @param above by how much the scheme's price is above the cheapest, in metres
     */
    public record Choice(@Nullable Long more, int changed, int others, long above) {}

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
        GIVES_WAY,
        /** That makes the ways shorter by more than a change counts. */
        SHORTER
    }
}
