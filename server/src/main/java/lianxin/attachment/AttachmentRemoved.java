package lianxin.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/** Somebody took a file away. */
public record AttachmentRemoved(
        UUID subject, UUID by, Instant at, @Nullable UUID household) implements News {

    @Override
    public Collection<UUID> subjects() {
        return household == null ? List.of(subject) : List.of(household);
    }
}
