package lianxin.rights;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A family was answered. */
public record RightsAnswered(UUID subject, UUID by, Instant at, UUID request, boolean granted) implements News {

    @Override
    public String word() {
        return granted ? "RIGHTS_GRANTED" : "RIGHTS_REFUSED";
    }
}
