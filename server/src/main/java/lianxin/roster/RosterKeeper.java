package lianxin.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lianxin.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * How the room that keeps one kind of entry takes a roster of them: SQL of that room, over the tables of a load. In it {@code {stage}},
 * {@code {fit}} and {@code {gone}} stand for what was staged, each row beside the entry it fits, and who is not mentioned; {@code :load} and
 * {@code :day} are bound where they occur.
 */
public interface RosterKeeper {

    Roster roster();

    /** The table of the entries; it has {@code id}, {@code version}, {@code place} and {@code added_by}. */
    String table();

    /** The table after which {@code {stage}} is shaped: {@code line}, {@code id} and {@link #columns}. */
    String shape();

    String columns();

    /** Fields of the examples, in order. */
    List<String> fields();

    /** Makes {@code {fit}}: of each row what it is (ADDED, CHANGED, SAME, BAD), which entry it fits, and how that was seen. */
    String fit();

    /** Makes {@code {gone}}. */
    default String gone() {
        return "create unlogged table {gone} (id uuid, version int)";
    }

    /** The first rows added: key, {@code before} and {@code after} as texts. */
    String added();

    String changed();

    default String leaving() {
        return "select key, null::text[] as before, null::text[] as after from {fit} where :limit < 0";
    }

    String add();

    /** What is kept of a changed entry {@code t} besides its row. */
    default String keptBeside() {
        return "null::jsonb";
    }

    /** What happens while the old values are still there. */
    default List<String> beforeChange() {
        return List.of();
    }

    String change();

    default List<String> afterChange() {
        return List.of();
    }

    /** Ends those not mentioned and returns their id and place, {@code :how} they leave; null when nobody leaves by not being mentioned. */
    default @Nullable String leave() {
        return null;
    }

    default List<String> beforeLeaving() {
        return List.of();
    }

    /**
     * Refuses to take a load back for reasons of this kind of entry alone.
     *
     * @param holds answers a question in SQL
     */
    default void undoable(Predicate<String> holds) {}

    default List<String> beforeRestore() {
        return List.of();
    }

    /** Gives changed entries their old values, by what {@code {before}} remembers: {@code subject}, {@code before}, {@code beside}. */
    String restore();

    default List<String> afterRestore() {
        return List.of();
    }

    /** Tells the house what was done, in the transaction that did it. */
    void tell(UUID load, LocalDate day, Merged merged, Caller caller);
}
