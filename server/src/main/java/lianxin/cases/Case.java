package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;

/**
 * A case (诉求): one thing somebody said once, and what became of it.
 *
 * @param number by which people call it: four digits of year and month, six characters
 * @param place village it was heard in
 * @param household whose it is; null when nobody of the roster said it
 * @param visit the visit it was heard on
 * @param words what was said, never changed
 * @param stageSince when it came to its stage
 * @param desk who answers for it now
 * @param due by when; null where nothing is due
 * @param pausedOn day from which its time stands still
 * @param returned how often it was given back
 * @param redone how often it was done again
 * @param reply what came of it, as the handler says
 * @param voice what the household said of it; null while it has not
 * @param watch level whose leader answers for it beside the desk, because it is over its time
 * @param version number of its state; whoever changes it names the one he saw
 */
public record Case(
        UUID id,
        String number,
        Kind kind,
        String category,
        long place,
        @Nullable UUID household,
        @Nullable UUID visit,
        Channel channel,
        String words,
        UUID heardBy,
        Instant heardAt,
        Instant openedAt,
        Stage stage,
        Instant stageSince,
        Desk desk,
        @Nullable Due due,
        @Nullable LocalDate pausedOn,
        boolean extended,
        int returned,
        int redone,
        @Nullable Reply reply,
        @Nullable Voice voice,
        @Nullable Instant toldAt,
        @Nullable Level watch,
        @Nullable UUID mergedInto,
        int version) {

    /** What the handler says came of it, when, and for {@link Outcome#NOT_NOW} on which day it is looked at again. */
    public record Reply(
            Outcome outcome, String words, @Nullable LocalDate reviewOn, Instant at) {}

    /** The card it bears on {@code day}; null for none. */
    public Due.@Nullable Card card(LocalDate day) {
        return stage.work() ? Due.card(due, pausedOn != null, day) : null;
    }
}
