package lianxin.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a roster, understood. {@code line} is its number in the file and comes back with whatever is wrong with it. What is null was not
 * said: a new entry gets the ordinary value, an existing one keeps what it has.
 */
public sealed interface RosterRow {

    long line();

    /** An organisation; {@code parentKey} is the key of the one above it, here or in the same file; empty for none. */
    record UnitRow(
            long line,
            String key,
            String name,
            @Nullable String parentKey,
            String level,
            String kind,
            long place,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable LocalDate since)
            implements RosterRow {}

    /** A cadre of {@code unit}, which is at {@code place}. An empty phone and a negative capacity take back what was there. */
    record CadreRow(
            long line,
            String key,
            UUID unit,
            long place,
            String name,
            String post,
            String rank,
            @Nullable Boolean leader,
            @Nullable String phone,
            @Nullable List<String> skills,
            @Nullable UUID homeVillage,
            @Nullable Integer capacityMin,
            @Nullable Integer capacityMax,
            @Nullable LocalDate since)
            implements RosterRow {}

    /** A household of {@code village}, whose code is {@code place}; {@code reviewOn} holds for all its needs. */
    record HouseholdRow(
            long line,
            String key,
            UUID village,
            long place,
            @Nullable Integer group,
            String head,
            int size,
            @Nullable List<String> needs,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate since)
            implements RosterRow {}
}
