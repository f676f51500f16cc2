package lianxin.region;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place as it was on some day.
 *
 * @param id its own identity, the same before and after a rename or a new code
 * @param code the 12-digit code then
 * @param kind VILLAGE_COMMITTEE, RESIDENTS_COMMITTEE, TOWN, SUBDISTRICT, COUNTY …, as the release says
 * @param since first day of this code, name and parent
 * @param until first day they no longer held; null while they hold
 * @param lon degrees east, lat degrees north: a point on the ground used to weigh a walk, never to follow a walker; null when unknown
 */
public record Division(
        UUID id,
        DivisionCode code,
        Level level,
        String name,
        String kind,
        @Nullable UUID parent,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable Double lon,
        @Nullable Double lat) {

    /** Whether it was so on {@code day}. */
    boolean stands(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
