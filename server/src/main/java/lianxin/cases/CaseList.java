package lianxin.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A list of what was heard elsewhere, as a clerk brought it in.
 *
 * @param ground of whoever brought it
 * @param source who heard it: a hotline, a village meeting, another system
 * @param rows that were understood
 * @param faults the first of the reasons for which others were not, {@code refused} in all
 * @param opened how many cases it became
 */
public record CaseList(
        UUID id,
        Ground ground,
        String source,
        String fileName,
        int rows,
        List<String> faults,
        int refused,
        int opened,
        Instant readAt,
        @Nullable Instant keptAt,
        @Nullable Instant undoneAt) {

    /** Read and looked at, not yet kept. */
    public boolean waits() {
        return keptAt == null;
    }

    /** Whether it was kept and stands. */
    public boolean stands() {
        return keptAt != null && undoneAt == null;
    }

    /**
     * A row that was understood, before it is a case.
     *
     * @param id will be the case’s
     * @param row number of the row in the sheet
     * @param category as the list says, or as the words suggested when it was read; blank where neither said anything
     * @param said whether the list says it
     * @param heardOn null where the list does not say
     * @param number the source’s own; blank where it has none
     * @param mark what makes the row itself: who brings a row of the same mark again opens nothing twice
     */
    public record Entry(
            UUID id,
            int row,
            long place,
            @Nullable UUID household,
            Kind kind,
            String category,
            boolean said,
            String words,
            @Nullable LocalDate heardOn,
            String number,
            String mark) {

        Entry suggested(String category) {
            return new Entry(id, row, place, household, kind, category, false, words, heardOn, number, mark);
        }
    }

    /**
     * A row beside what is known already.
     *
     * @param brought null where no earlier list brought it
     * @param alike an open case of the same village that says much the same; null where there is none
     */
    public record Looked(
            Entry entry,
            @Nullable Brought brought,
            @Nullable Case alike) {

        /** Whether it is opened unless the clerk says otherwise. */
        public boolean fresh() {
            return brought == null && alike == null;
        }

        /** Whether the clerk may have it opened all the same. */
        public boolean open() {
            return brought == null;
        }
    }

    /** What became of a row that an earlier list brought; {@code one} is null where it is not on the ground of whoever looks. */
    public record Brought(@Nullable Case one) {}
}
