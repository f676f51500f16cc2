package lianxin.cases;

import java.util.List;

/**
 * The state of a township’s cases on one screen. Villages stand in the order of their codes and desks in that of their names: nothing here is ranked.
 *
 * @param handled what handlers and households say of the last twelve months, side by side
 * @param called the same of those who were drawn by lot
 */
public record Board(
        int open,
        int late,
        List<Column> columns,
        List<Village> villages,
        List<Load> load,
        Tally handled,
        CallTally called) {

    /**
     * What stands at one point, the most urgent of it first.
     *
     * @param name of a {@link Turn}, or {@code LATE}, which counts cases of the others again
     * @param all the list of all of it
     */
    public record Column(String name, int cases, List<Lines.CaseLine> first, Filter all) {

        /** How many more there are than are shown. */
        public int more() {
            return cases - first.size();
        }
    }

    /** How much of a village is open, and how much of that is late. */
    public record Village(String name, int open, int late, Filter all, Filter overdue) {}
}
