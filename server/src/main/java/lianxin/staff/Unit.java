package lianxin.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that has cadres (单位).
 *
 * @param key the office's own number for it
 * @param level CITY, COUNTY, TOWNSHIP or VILLAGE
 * @param kind PARTY, GOVERNMENT, PUBLIC_INSTITUTION, ENTERPRISE, SCHOOL, HOSPITAL, TOWNSHIP or OTHER
 * @param place division code of where it is
 * @param lon degrees east of its office, null when unknown
 * @param until first day it no longer existed; null while it does
 */
public record Unit(
        UUID id,
        String key,
        String name,
        @Nullable UUID parent,
        String level,
        String kind,
        long place,
        @Nullable Double lon,
        @Nullable Double lat,
        LocalDate since,
        @Nullable LocalDate until,
        int version) {}
