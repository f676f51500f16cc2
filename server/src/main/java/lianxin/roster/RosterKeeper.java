package lianxin.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import lianxin.access.Caller;
import lianxin.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * How the room that keeps one kind of entry takes a roster of them: SQL of that room, over the tables of a load. In it {@code s} is a row of
 * the roster and {@code e} the entry it fits; {@code {stage}}, {@code {fit}} and {@code {gone}} stand for what was staged, each row beside the
 * entry it fits, and who is not mentioned. {@code :load}, {@code :day} and {@code :by} are bound where they occur.
 */
public interface RosterKeeper {

    Roster roster();

    /** What whoever merges such a roster, or takes it back, must hold. */
    default Right right() {
        return Right.REGISTRY_WRITE;
    }

    /** The table of the entries; it has {@code id}, {@code version}, {@code place} and {@code added_by}. */
    String table();

    /** The table after which {@code {stage}} is shaped: {@code line}, {@code id}, {@code key} and the rest of {@link #columns}. */
    default String shape() {
        return table() + "_shape";
    }

    String columns();

    /** The columns by which a row and an entry are the same. */
    default List<String> identity() {
        return List.of("key");
    }

    /** The entries a row may fit, at most one for each identity. */
    default String entries() {
        return table();
    }

    /** What a row says of its entry. */
    List<Field> fields();

    /** What else is a change, as a condition. */
    default String differs() {
        return "false";
    }

    /** Whether the entry is in another place now, as a condition. */
    default String moved() {
        return "false";
    }

    /** Why a row is not taken, as branches of a {@code case} that yields the end of a message key {@code roster.row.…}. */
    default String faults() {
        return "when not (e.place >= :lo and e.place < :hi) then 'elsewhere' when e.until < 'infinity' then 'ended'";
    }

    /** Makes {@code {gone}}. */
    default String gone() {
        return "create unlogged table {gone} (id uuid, version int)";
    }

    /** The first who are not mentioned: key, {@code before} and {@code after} as texts. */
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

    /** The columns {@link #change} writes, but for the version: they get their old values when a load is taken back. */
    List<String> changeable();

    default List<String> afterRestore() {
        return List.of();
    }

    /** Tells the house what was done, in the transaction that did it. */
    void tell(UUID load, LocalDate day, Merged merged, Caller caller);

    /**
     * One thing a row says of an entry.
     *
     * @param name end of a message key {@code roster.field.…}; null when it is compared and not shown
     * @param said what would hold once the row is taken
     * @param kept what holds
     * @param shown how either is shown, with {@code {it}} in its place
     */
    record Field(@Nullable String name, String said, String kept, String shown) {

        /** A column every row fills in. */
        public static Field of(String column) {
            return new Field(column, "s." + column, "e." + column, "{it}::text");
        }

        /** A column a row may leave out, which then stays as it is; {@code empty} while nothing is known. */
        public static Field perhaps(String column, String empty) {
            return new Field(
                    column,
                    "coalesce(s.%s, e.%s, %s)".formatted(column, column, empty),
                    "coalesce(e.%s, %s)".formatted(column, empty),
                    "{it}::text");
        }

        public Field called(@Nullable String other) {
            return new Field(other, said, kept, shown);
        }

        public Field shown(String how) {
            return new Field(name, said, kept, how);
        }
    }
}
