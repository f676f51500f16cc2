package lianxin.visit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a visit. What is missing or does not fit together is refused by {@link VisitRules#sound}.
 *
 * @param topics codes of what was talked about, at most eight
 * @param words one line, at most 500 characters, may be empty
 * @param need what the family needs; there with {@link Finding#NEED} and only then
 * @param occasion the life event it answers, null for none
 * @param corrects the visit it puts right, null for none
 */
public record LogVisit(
        @Nullable UUID household,
        @Nullable Way way,
        @Nullable Met met,
        @Nullable Finding finding,
        @Nullable List<String> topics,
        @Nullable String words,
        @Nullable Heard need,
        @Nullable UUID occasion,
        @Nullable UUID corrects) {

    /** A need as it was heard: a topic’s code, and at most 500 characters. */
    public record Heard(@Nullable String topic, @Nullable String words) {}
}
