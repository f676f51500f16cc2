package lianxin.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lianxin.platform.Initials;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** An organisation as a roster names it; {@code parentKey} is the key of the one above it, kept or in the same file; empty for none. */
public record UnitRow(
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
        implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(key, name, Initials.of(name), parentKey, level, kind, place, lon, lat, since);
    }
}
