package lianxin.cases;

import static lianxin.cases.Stage.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a case as one list of edges (受理—交办—办理—反馈—回访—重办—办结). The database holds the same list and refuses every other move. */
final class Life {

    private static final Map<Stage, Set<Stage>> EDGES = new EnumMap<>(Map.ofEntries(
            Map.entry(NEW, EnumSet.of(TRIAGED, ASSIGNED, REPLIED, MERGED, HANDED_OVER, WITHDRAWN)),
            Map.entry(TRIAGED, EnumSet.of(ASSIGNED, REPLIED, MERGED, HANDED_OVER, WITHDRAWN)),
            Map.entry(ASSIGNED, EnumSet.of(HANDLING, RETURNED, TRIAGED, HANDED_OVER, WITHDRAWN)),
            Map.entry(RETURNED, EnumSet.of(ASSIGNED, REPLIED, MERGED, HANDED_OVER, WITHDRAWN)),
            Map.entry(HANDLING, EnumSet.of(REPLIED, ASSIGNED, HANDED_OVER, WITHDRAWN)),
            Map.entry(REPLIED, EnumSet.of(CALL_BACK, CONFIRMED, DISPUTED, UNANSWERED)),
            Map.entry(CALL_BACK, EnumSet.of(CONFIRMED, DISPUTED, UNANSWERED)),
            Map.entry(UNANSWERED, EnumSet.of(CALL_BACK, CONFIRMED, DISPUTED, CLOSED, REDO)),
            Map.entry(CONFIRMED, EnumSet.of(CLOSED, REDO)),
            Map.entry(DISPUTED, EnumSet.of(REDO, URGED, CLOSED)),
            Map.entry(REDO, EnumSet.of(HANDLING, ASSIGNED)),
            Map.entry(URGED, EnumSet.of(HANDLING, REPLIED)),
            Map.entry(CLOSED, EnumSet.of(REDO)),
            Map.entry(MERGED, EnumSet.of(TRIAGED)),
            Map.entry(HANDED_OVER, EnumSet.noneOf(Stage.class)),
            Map.entry(WITHDRAWN, EnumSet.noneOf(Stage.class))));

    private Life() {}

    /** Whether a case may go from the one to the other. */
    static boolean leads(Stage from, Stage to) {
        return after(from).contains(to);
    }

    /** Where it may go from there. */
    static Set<Stage> after(Stage stage) {
        var next = EDGES.get(stage);
        return next == null ? Set.of() : next;
    }
}
