package lianxin.scheme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** A unit that may serve a place, as a roster names it. */
public record GroundRow(
        long line,
        String key,
        UUID unit,
        DivisionCode place,
        @Nullable String source,
        @Nullable LocalDate since,
        @Nullable LocalDate until)
        implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(key, unit, place, place.ground().hi(), source, since, until);
    }
}
