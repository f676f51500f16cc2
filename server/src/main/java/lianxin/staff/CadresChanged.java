package lianxin.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Cadres came, left or changed. Told in the transaction that does it.
 *
 * @param subject the import, or the cadre
 * @param day the day it holds from
 * @param places codes of the places of the units touched
 * @param left cadres who are no longer in scope from {@code day} on
 */
public record CadresChanged(UUID subject, UUID by, Instant at, LocalDate day, List<Long> places, List<UUID> left)
        implements News {}
