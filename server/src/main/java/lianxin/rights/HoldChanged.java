package lianxin.rights;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** A legal hold was set on a household’s data, or lifted. */
public record HoldChanged(UUID subject, UUID by, Instant at, boolean set) implements News {

    @Override
    public String word() {
        return set ? "HOLD_SET" : "HOLD_LIFTED";
    }
}
