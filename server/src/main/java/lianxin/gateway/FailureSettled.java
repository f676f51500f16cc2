package lianxin.gateway;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody had a question tried once more that could not be handed over to a household, or left it. */
public record FailureSettled(UUID subject, UUID by, Instant at, boolean again) implements News {

    @Override
    public String word() {
        return again ? "QUESTION_TRIED_AGAIN" : "QUESTION_LEFT";
    }
}
