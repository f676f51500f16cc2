package lianxin.roster;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lianxin.region.Ground;
import lianxin.roster.Compared.Example;
import lianxin.roster.Compared.What;
import lianxin.roster.Merged.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of loads. Their names are made of the load's identity and nothing else.
 */
@Repository
class RosterStore {

    private static final int FIRSTS = 5;

    private final JdbcClient sql;

    RosterStore(JdbcClient sql) {
        this.sql = sql;
    }

    static String copyInto(UUID load, RosterKeeper keeper) {
        return named("copy {stage} (line, id, " + keeper.columns() + ") from stdin", load);
    }

    void shape(UUID load, RosterKeeper keeper) {
        drop(load);
        run("create unlogged table {stage} (like " + keeper.shape() + ")", load);
    }

    void drop(UUID load) {
        run("drop table if exists {stage}, {fit}, {gone}", load);
    }

    /** Two loads of the same roster are merged one after the other. */
    void oneAtATime(Roster roster) {
        sql.sql("select pg_advisory_xact_lock(7240, :roster)")
                .param("roster", roster.ordinal())
                .query((ResultSet _) -> {});
    }

    void fit(UUID load, RosterKeeper plan, Ground ground, LocalDate day) {
        sql.sql("set local work_mem = '64MB'").update();
        run("drop table if exists {fit}, {gone}", load);
        run("analyze {stage}", load);
        // A utility statement takes no parameters: the bounds are numbers, and a day.
        run(
                RosterSql.fit(plan)
                        .replace(":lo", Long.toString(ground.lo()))
                        .replace(":hi", Long.toString(ground.hi()))
                        .replace(":day", "date '" + day + "'"),
                load);
        run("create index on {fit} (what)", load);
        run("analyze {fit}", load);
        run(plan.gone(), load);
    }

    Compared compared(UUID load, RosterKeeper plan) {
        var firsts = new ArrayList<Example>();
        firsts.addAll(examples(RosterSql.firsts(plan, "ADDED"), What.ADDED, load));
        firsts.addAll(examples(RosterSql.firsts(plan, "CHANGED"), What.CHANGED, load));
        firsts.addAll(examples(plan.leaving(), What.LEAVING, load));
        return sql.sql(named("""
                select count(*) filter (where what = 'ADDED') as added, count(*) filter (where what = 'CHANGED') as changed,
                       count(*) filter (where what = 'SAME') as same, count(*) filter (where what = 'BAD') as bad,
                       (select count(*) from {gone}) as gone
                  from {fit}
                """, load))
                .query((row, _) -> new Compared(
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("same"),
                        row.getLong("gone"),
                        row.getLong("bad"),
                        RosterSql.shown(plan).stream()
                                .map(RosterKeeper.Field::name)
                                .toList(),
                        firsts))
                .single();
    }

    void bad(UUID load, BiConsumer<Long, String> visitor) {
        sql.sql(named("select line, fault from {fit} where what = 'BAD' order by line", load))
                .query((ResultSet row) -> visitor.accept(row.getLong("line"), row.getString("fault")));
    }

    Merged merge(UUID load, RosterKeeper plan, Leaving leaving, LocalDate day, UUID by) {
        expected(load, "ADDED", bound(plan.add(), load, day, by));
        sql.sql(named("""
                insert into roster.load_change (load, subject, version, before, beside)
                select :load, t.id, t.version + 1, to_jsonb(t), {beside}
                  from {fit} f
                  join {table} t on t.id = f.was
                 where f.what = 'CHANGED'
                """.replace("{beside}", plan.keptBeside()).replace("{table}", plan.table()), load))
                .param("load", load)
                .update();
        for (var before : plan.beforeChange()) {
            bound(before, load, day, by);
        }
        expected(load, "CHANGED", bound(plan.change(), load, day, by));
        for (var after : plan.afterChange()) {
            bound(after, load, day, by);
        }
        var ended = leaving == Leaving.NOBODY ? List.<Entry>of() : end(load, plan, leaving, day, by);
        return new Merged(touched(load) + ended.size(), places(load, ended), moved(load), ended, leaving);
    }

    /** Ends those not mentioned, who must still be as they were when they were missed. */
    private List<Entry> end(UUID load, RosterKeeper plan, Leaving how, LocalDate day, UUID by) {
        sql.sql(named("""
                insert into roster.load_change (load, subject, version, before)
                select :load, t.id, t.version + 1, to_jsonb(t)
                  from {gone} g
                  join {table} t on t.id = g.id
                """.replace("{table}", plan.table()), load))
                .param("load", load)
                .update();
        plan.beforeLeaving().forEach(before -> bound(before, load, day, by));
        var ended = sql.sql(named(Objects.requireNonNull(plan.leave()), load))
                .param("day", day)
                .param("how", how.name())
                .query(Entry.class)
                .list();
        if (ended.size() != count("select count(*) from {gone}", load)) {
            throw RosterRefusal.LOAD_OUTDATED.because();
        }
        return ended;
    }

    private List<Entry> moved(UUID load) {
        return sql.sql(named(
                        "select was as id, place from {fit} where what = 'CHANGED' and moved order by place, was",
                        load))
                .query(Entry.class)
                .list();
    }

    private List<Long> places(UUID load, List<Entry> ended) {
        var places = sql.sql(named("""
                select place from {fit} where what in ('ADDED', 'CHANGED')
                 union
                select place_before from {fit} where what = 'CHANGED'
                 order by 1
                """, load)).query(Long.class).list();
        return Stream.concat(places.stream(), ended.stream().map(Entry::place))
                .distinct()
                .toList();
    }

    private long touched(UUID load) {
        return count("select count(*) from {fit} where what in ('ADDED', 'CHANGED')", load);
    }

    /** All rows that were to be written have been: if not, somebody was quicker. */
    private void expected(UUID load, String what, int written) {
        if (written != count("select count(*) from {fit} where what = '" + what + "'", load)) {
            throw RosterRefusal.LOAD_OUTDATED.because();
        }
    }

    private List<Example> examples(String query, What what, UUID load) {
        return sql.sql(named(query, load))
                .param("limit", FIRSTS)
                .query((row, _) -> new Example(what, row.getString("key"), texts(row, "before"), texts(row, "after")))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws java.sql.SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private int bound(String statement, UUID load, LocalDate day, UUID by) {
        return sql.sql(named(statement, load))
                .param("load", load)
                .param("day", day)
                .param("by", by)
                .update();
    }

    private long count(String query, UUID load) {
        return sql.sql(named(query, load)).query(Long.class).single();
    }

    private void run(String statement, UUID load) {
        sql.sql(named(statement, load)).update();
    }

    private static String named(String statement, UUID load) {
        var name = "roster.load_" + load.toString().replace("-", "");
        return statement
                .replace("{stage}", name)
                .replace("{fit}", name + "_fit")
                .replace("{gone}", name + "_gone");
    }
}
