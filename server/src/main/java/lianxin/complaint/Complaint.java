package lianxin.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its row has it: no word of it, and nothing of who made it.
 *
 * @param number by which it is followed, together with a secret
 * @param place village or township
 * @param cadre whom it is about, once that is known; {@code unit} his unit then
 * @param since when it came to its state
 * @param dueOn by when the next step is to be taken; null where none is
 * @param takenBy who looked into it last
 * @param again how often it was asked to be looked at once more
 * @param by who received it; {@link lianxin.access.Caller#NOBODY} for a household itself
 * @param version number of its state; whoever changes it names the one he saw
 */
public record Complaint(
        UUID id,
        String number,
        long place,
        @Nullable UUID cadre,
        @Nullable UUID unit,
        Origin origin,
        State state,
        Instant since,
        @Nullable LocalDate dueOn,
        @Nullable UUID takenBy,
        @Nullable Finding finding,
        int again,
        UUID by,
        Instant at,
        int version) {

    /** Where it came from. */
    public enum Origin {
        /** The household’s own page. */
        CARD,
        /** Told to a clerk. */
        TOLD,
        /** It had been written down as a case. */
        CASE
    }

    /** Whether its time is over on {@code day}. */
    public boolean late(LocalDate day) {
        return dueOn != null && state.open() && day.isAfter(dueOn);
    }

    Complaint to(State next, Instant now, @Nullable LocalDate due) {
        return new Complaint(
                id, number, place, cadre, unit, origin, next, now, due, takenBy, null, again, by, at, version + 1);
    }

    Complaint takenBy(UUID account) {
        return new Complaint(
                id, number, place, cadre, unit, origin, state, since, dueOn, account, finding, again, by, at, version);
    }

    Complaint found(@Nullable Finding what) {
        return new Complaint(
                id, number, place, cadre, unit, origin, state, since, dueOn, takenBy, what, again, by, at, version);
    }

    Complaint onceMore() {
        return new Complaint(
                id, number, place, cadre, unit, origin, state, since, dueOn, takenBy, finding, again + 1, by, at,
                version);
    }

    Complaint about(UUID who, UUID whose) {
        return new Complaint(
                id,
                number,
                place,
                who,
                whose,
                origin,
                state,
                since,
                dueOn,
                takenBy,
                finding,
                again,
                by,
                at,
                version + 1);
    }
}
