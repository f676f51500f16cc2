package lianxin.visit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is kept.
 *
 * @param place division code of the household’s village at that time
 * @param cadre who went; null when it was nobody of the registry’s cadres, such as a First Secretary
 * @param by the account that told it
 * @param contact whether he was the family’s contact, or answered for its contact, on that day
 * @param needTopic code of a topic; there with {@link Finding#NEED} only, as are its words
 * @param corrected whether a later visit puts it right
 */
public record Visit(
        UUID id,
        UUID household,
        long place,
        @Nullable UUID cadre,
        UUID by,
        boolean contact,
        Way way,
        Met met,
        Finding finding,
        List<String> topics,
        String words,
        @Nullable String needTopic,
        @Nullable String needWords,
        @Nullable UUID occasion,
        @Nullable UUID corrects,
        Instant seenAt,
        Instant toldAt,
        Instant recordedAt,
        boolean corrected) {

    /** The same, correcting and answering nothing. */
    Visit withoutLinks() {
        return new Visit(
                id,
                household,
                place,
                cadre,
                by,
                contact,
                way,
                met,
                finding,
                topics,
                words,
                needTopic,
                needWords,
                null,
                null,
                seenAt,
                toldAt,
                recordedAt,
                corrected);
    }

    /** Whether it says the same as another, whoever keeps which. */
    boolean saysTheSame(Visit other) {
        return household.equals(other.household)
                && way == other.way
                && met == other.met
                && finding == other.finding
                && topics.equals(other.topics)
                && words.equals(other.words)
                && Objects.equals(needTopic, other.needTopic)
                && Objects.equals(needWords, other.needWords)
                && Objects.equals(occasion, other.occasion)
                && Objects.equals(corrects, other.corrects)
                && toldAt.equals(other.toldAt);
    }
}
