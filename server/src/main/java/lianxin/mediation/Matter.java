package lianxin.mediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute, as far as it can be told without anybody’s words.
 *
 * @param place the village or township whose desk keeps the file
 * @param number within the desk and the year
 * @param kind code of a {@link Lists.Kind}
 * @param referral what the room that handed it over calls it
 * @param since the day it came into its state
 * @param acceptedOn the day everybody had agreed to mediation
 * @param effectOn the day the agreement took effect (arts. 29, 30)
 * @param performBy the last day it is to be performed
 */
public record Matter(
        UUID id,
        long place,
        int year,
        int number,
        String kind,
        Origin origin,
        @Nullable UUID referral,
        State state,
        LocalDate since,
        LocalDate clueOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate effectOn,
        @Nullable LocalDate performBy,
        Confirmation confirmation,
        @Nullable LocalDate confirmationOn) {

    /** How it was heard of. */
    public enum Origin {
        /** The village looked for disputes early (矛盾排查, R58). */
        SCREENED,
        /** A party came. */
        ASKED,
        /** Another room handed it over. */
        REFERRED
    }
}
