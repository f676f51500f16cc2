package lianxin.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Initials;
import lianxin.roster.RosterRow;
import org.jspecify.annotations.Nullable;

/** A cadre of {@code unit}, which is at {@code place}. An empty phone and a negative capacity take back what was there. */
public record CadreRow(
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
        implements RosterRow {

    @Override
    public List<? extends @Nullable Object> values() {
        return Arrays.asList(
                key,
                unit,
                place,
                name,
                Initials.ofPerson(name),
                post,
                rank,
                leader,
                phone,
                RosterRow.sorted(skills),
                homeVillage,
                capacityMin,
                capacityMax,
                since);
    }
}
