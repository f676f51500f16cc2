package lianxin.deeds;

import static lianxin.deeds.Stage.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a deed as one list of edges (承诺—办完—群众确认—半年后仍在用). The database holds the same list and refuses every other move. */
final class Life {

    private static final Map<Stage, Set<Stage>> EDGES = new EnumMap<>(Map.ofEntries(
            Map.entry(PROMISED, EnumSet.of(DONE, DROPPED)),
            Map.entry(DONE, EnumSet.of(CONFIRMED, DISPUTED, UNANSWERED, PROMISED)),
            Map.entry(UNANSWERED, EnumSet.of(CONFIRMED, DISPUTED, USE_ASKED)),
            Map.entry(CONFIRMED, EnumSet.of(USE_ASKED)),
            Map.entry(DISPUTED, EnumSet.of(DONE, DROPPED)),
            Map.entry(USE_ASKED, EnumSet.of(KEPT, OUT_OF_USE, USE_UNANSWERED)),
            Map.entry(USE_UNANSWERED, EnumSet.of(KEPT, OUT_OF_USE)),
            Map.entry(OUT_OF_USE, EnumSet.of(PUT_RIGHT, DROPPED)),
            Map.entry(PUT_RIGHT, EnumSet.of(KEPT, OUT_OF_USE, USE_UNANSWERED)),
            Map.entry(KEPT, EnumSet.noneOf(Stage.class)),
            Map.entry(DROPPED, EnumSet.noneOf(Stage.class))));

    /** What whoever promised may say himself; all else is said by the households and written down by the clock. */
    private static final Set<Stage> HIS = EnumSet.of(DONE, PROMISED, DROPPED, PUT_RIGHT);

    private Life() {}

    static Set<Stage> after(Stage stage) {
        var next = EDGES.get(stage);
        return next == null ? Set.of() : next;
    }

    /** Where whoever promised may take it from there; back to the promise only while nobody has answered. */
    static Set<Stage> his(Deed deed) {
        var next = EnumSet.noneOf(Stage.class);
        next.addAll(after(deed.stage()));
        next.retainAll(HIS);
        if (deed.answered() > 0) {
            next.remove(PROMISED);
        }
        return next;
    }
}
