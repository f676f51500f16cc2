package lianxin.complaint;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Something was done with a complaint. It names the complaint, never whom it is about or who made it. */
public record ComplaintStep(UUID subject, UUID by, Instant at, Deed deed) implements News {
    @Override
    public String word() {
        return "COMPLAINT_" + deed;
    }
}
