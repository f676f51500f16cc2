package lianxin.gateway;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A household agreed to being asked by message, or does not any more; {@code by} is nobody when it said so itself. */
public record AskingAgreed(UUID subject, UUID by, Instant at, boolean agreed) implements News {

    @Override
    public String word() {
        return agreed ? "CONSENT_TO_MESSAGES" : "CONSENT_TO_MESSAGES_ENDED";
    }
}
