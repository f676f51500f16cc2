package lianxin.mediation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next step of a matter.
 *
 * @param id given by whoever takes it, so that it can be sent twice
 * @param on when it happened
 * @param who the party or mediator it is about
 * @param words what was said, the facts of an agreement, or a name, as the deed asks
 * @param terms what was agreed
 * @param manner how it is to be performed
 * @param due by when it is to be performed
 * @param all the parties that signed or applied, each of which must
 * @param sealed whether mediators signed and the committee put its seal on it
 * @param key number of a household, or login of a mediator; blank for a person known by name only
 */
public record TakeStep(
        UUID id,
        Deed deed,
        LocalDate on,
        @Nullable UUID who,
        String words,
        String terms,
        String manner,
        @Nullable LocalDate due,
        List<UUID> all,
        boolean sealed,
        String key) {

    /** A step that needs no more than its day. */
    public static TakeStep of(UUID id, Deed deed, LocalDate on) {
        return new TakeStep(id, deed, on, null, "", "", "", null, List.of(), false, "");
    }

    public TakeStep by(UUID who) {
        return new TakeStep(id, deed, on, who, words, terms, manner, due, all, sealed, key);
    }

    public TakeStep saying(String words) {
        return new TakeStep(id, deed, on, who, words, terms, manner, due, all, sealed, key);
    }

    public TakeStep agreeing(String terms, String manner, LocalDate due) {
        return new TakeStep(id, deed, on, who, words, terms, manner, due, all, sealed, key);
    }

    public TakeStep signed(List<UUID> all, boolean sealed) {
        return new TakeStep(id, deed, on, who, words, terms, manner, due, all, sealed, key);
    }

    public TakeStep called(String key) {
        return new TakeStep(id, deed, on, who, words, terms, manner, due, all, sealed, key);
    }
}
