package lianxin.access;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * A mandate was given, taken in an emergency, or ended before its time.
 *
 * @param subject the account whose it is
 */
public record MandateChanged(UUID subject, UUID by, Instant at, UUID mandate, Mandate.Kind kind, boolean ended)
        implements News {

    @Override
    public String word() {
        return ended ? "MANDATE_ENDED" : "MANDATE_" + kind.name();
    }
}
