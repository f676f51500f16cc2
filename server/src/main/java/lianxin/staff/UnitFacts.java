package lianxin.staff;

import java.util.UUID;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a unit besides its number and time.
 *
 * @param level CITY, COUNTY, TOWNSHIP or VILLAGE
 * @param kind PARTY, GOVERNMENT, PUBLIC_INSTITUTION, ENTERPRISE, SCHOOL, HOSPITAL, TOWNSHIP or OTHER
 * @param place where it is
 * @param lon degrees east of its office, null when unknown
 */
public record UnitFacts(
        String name,
        @Nullable UUID parent,
        String level,
        String kind,
        DivisionCode place,
        @Nullable Double lon,
        @Nullable Double lat) {

    public UnitFacts {
        name = name.strip();
    }
}
