package lianxin.roster;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes merged loads back, by what {@code roster.load_change} remembers. */
@Repository
class RosterUndo {

    private final JdbcClient sql;

    RosterUndo(JdbcClient sql) {
        this.sql = sql;
    }

    /** Says which places were touched. */
    List<Long> undo(UUID load, RosterKeeper keeper) {
        keeper.undoable(question -> is(question, load));
        refuseIfBuiltUpon(load, keeper.table());
        var places = sql.sql(named("select place from " + keeper.table()
                        + " where added_by = :load union select t.place from {before} c join " + keeper.table()
                        + " t on t.id = c.subject order by 1"))
                .param("load", load)
                .query(Long.class)
                .list();
        keeper.beforeRestore().forEach(before -> run(before, load));
        run(RosterSql.restore(keeper), load);
        keeper.afterRestore().forEach(after -> run(after, load));
        remove(load, keeper.table());
        run("delete from roster.load_change where load = :load", load);
        return places;
    }

    private void refuseIfBuiltUpon(UUID load, String table) {
        if (is(
                "select exists (select from " + table + " where added_by = :load and version <> 1)"
                        + " or exists (select from {before} c join " + table
                        + " t on t.id = c.subject where t.version <> c.version)",
                load)) {
            throw RosterRefusal.LOAD_BUILT_UPON.because();
        }
    }

    /** What it added goes, unless something refers to it: then the database says no, and we say what it was. */
    private void remove(UUID load, String table) {
        try {
            run("delete from " + table + " where added_by = :load", load);
        } catch (DataIntegrityViolationException e) {
            throw RosterRefusal.LOAD_DEPENDED_ON.because(referrer(e));
        }
    }

    private static String referrer(DataIntegrityViolationException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                ? Objects.requireNonNullElse(cause.getServerErrorMessage().getTable(), "")
                : "";
    }

    private void run(String statement, UUID load) {
        sql.sql(named(statement)).param("load", load).update();
    }

    private boolean is(String question, UUID load) {
        return sql.sql(named(question)).param("load", load).query(Boolean.class).single();
    }

    private static String named(String statement) {
        return statement.replace(
                "{before}", "(select subject, version, before, beside from roster.load_change where load = :load)");
    }
}
