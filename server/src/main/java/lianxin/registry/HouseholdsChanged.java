package lianxin.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;
import org.jspecify.annotations.Nullable;

/**
 * Households came, moved or ended. Told in the transaction that does it.
 *
 * <p>A bulk import names no household but the villages it touched: {@code changes} is then empty and {@code villages} says where to look
 * again. Nothing that ends or moves an existing household is ever told in bulk only.
 *
 * @param subject the import, or the household that was acted upon
 * @param day the day it holds from
 * @param villages codes of all villages touched
 * @param changes what happened to each household, when told singly
 */
public record HouseholdsChanged(
        UUID subject, UUID by, Instant at, LocalDate day, List<Long> villages, List<Change> changes) implements News {

    /** What happened to one household. */
    public enum What {
        CAME,
        SPLIT_OFF,
        MOVED,
        RECODED,
        DISSOLVED,
        MERGED,
        MOVED_AWAY
    }

    /**
     * One household's change.
     *
     * @param place code of its village from {@code day} on
     * @param origin for SPLIT_OFF the household it came from; for MERGED the one it went into
     */
    public record Change(
            UUID household, What what, long place, @Nullable UUID origin) {}
}
