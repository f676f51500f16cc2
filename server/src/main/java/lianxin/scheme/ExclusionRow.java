package lianxin.scheme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** A pair that must not be, as a roster names it: a cadre and a household, or a cadre and a whole village; {@code place} is the village's code. */
public record ExclusionRow(
        long line,
        String key,
        UUID cadre,
        @Nullable UUID household,
        @Nullable UUID village,
        long place,
        String reason,
        @Nullable String source,
        @Nullable LocalDate since,
        @Nullable LocalDate until)
        implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(
                key,
                cadre,
                household == null ? village : household,
                household,
                village,
                place,
                reason,
                source,
                since,
                until);
    }
}
