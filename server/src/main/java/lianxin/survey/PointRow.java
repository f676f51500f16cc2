package lianxin.survey;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** Where a place lies, as a roster says it: degrees east and north; {@code key} is its code. */
public record PointRow(
        long line,
        String key,
        UUID division,
        long place,
        double lon,
        double lat,
        @Nullable String source) implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(key, division, place, lon, lat, source);
    }
}
