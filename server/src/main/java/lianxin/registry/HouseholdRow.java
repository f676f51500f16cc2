package lianxin.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Initials;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** A household of {@code village}, whose code is {@code place}; {@code reviewOn} holds for all its needs. */
public record HouseholdRow(
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
        implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(
                key,
                village,
                place,
                group,
                head,
                Initials.ofPerson(head),
                size,
                RosterRow.sorted(needs),
                reviewOn,
                since);
    }
}
