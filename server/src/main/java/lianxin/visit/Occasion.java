package lianxin.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A life event of a household that calls for a visit (五必访, R17).
 *
 * @param kind code of a {@link Lists.OccasionKind}
 * @param dueOn by when somebody goes there
 * @param reviewOn the day it lapses unless somebody says anew that it still matters
 * @param basis TOLD_BY_FAMILY, VILLAGE or PUBLIC_DUTY: from where it is known
 * @param closedOn null while it is open
 * @param answered whether somebody met the family for it
 */
public record Occasion(
        UUID id,
        UUID household,
        long place,
        String kind,
        LocalDate happenedOn,
        LocalDate dueOn,
        LocalDate reviewOn,
        String basis,
        @Nullable LocalDate closedOn,
        boolean answered) {

    /** Whether somebody still has to go there on {@code day}. */
    public boolean calls(LocalDate day) {
        return closedOn == null && !answered && day.isBefore(reviewOn);
    }
}
