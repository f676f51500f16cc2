package lianxin.cases;

import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.region.DivisionCode;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a case at this minute: always one, a level’s own desk or one unit’s.
 *
 * @param level of the division in which the desk is; the division is the one the case’s village lies in
 * @param unit the handling department; null for the level’s own desk
 */
public record Desk(Level level, @Nullable UUID unit) {

    static final Desk TOWNSHIP = new Desk(Level.TOWNSHIP, null);
    static final Desk COUNTY = new Desk(Level.COUNTY, null);
    static final Desk CITY = new Desk(Level.CITY, null);

    /** The desk above: of a unit the level’s own, of a level the next level’s. */
    Desk above() {
        return unit != null
                ? new Desk(level == Level.VILLAGE ? Level.TOWNSHIP : level, null)
                : new Desk(
                        switch (level) {
                            case VILLAGE -> Level.TOWNSHIP;
                            case TOWNSHIP -> Level.COUNTY;
                            case COUNTY, CITY, PROVINCE -> Level.CITY;
                        },
                        null);
    }

    /** Whether this desk stands over another one: a level’s own over its units, and over every lower level. */
    boolean over(Desk other) {
        return unit == null
                && (other.unit() != null ? level.compareTo(other.level()) <= 0 : level.compareTo(other.level()) < 0);
    }

    /** The division the desk of a case at {@code place} is in. */
    public DivisionCode division(long place) {
        return new DivisionCode(
                switch (level) {
                    case VILLAGE -> place;
                    case TOWNSHIP -> place / 1_000L * 1_000L;
                    case COUNTY -> place / 1_000_000L * 1_000_000L;
                    case CITY, PROVINCE -> place / 100_000_000L * 100_000_000L;
                });
    }

    /** Whether the caller sits at this desk for a case at {@code place}. */
    public boolean isOf(Caller caller, long place) {
        if (!caller.ground().contains(place)) {
            return false;
        }
        return unit != null ? caller.role() == Role.HANDLER && unit.equals(caller.unit()) : own(caller, place);
    }

    /** Whether the caller sits at a desk above this one; the county’s stands above all of its ground. */
    boolean isBelow(Caller caller, long place) {
        return COUNTY.isOf(caller, place) || TOWNSHIP.isOf(caller, place) && TOWNSHIP.over(this);
    }

    private boolean own(Caller caller, long place) {
        return switch (level) {
            case VILLAGE -> caller.role() == Role.VILLAGE_COMMITTEE || caller.role() == Role.FIRST_SECRETARY;
            case TOWNSHIP -> caller.role() == Role.TOWNSHIP;
            case COUNTY, CITY, PROVINCE ->
                caller.role() == Role.OFFICE && caller.ground().contains(division(place));
        };
    }
}
