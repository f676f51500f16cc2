package lianxin.registry;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lianxin.region.Ground;
import lianxin.registry.Compared.Example;
import lianxin.registry.Compared.What;
import lianxin.registry.HouseholdsChanged.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of loads. In the statements {@code {stage}}, {@code {fit}} and {@code {gone}} stand for a load's own tables: what was staged,
 * each row beside the entry it fits, and who is not mentioned. Their names are made of the load's identity and nothing else.
 */
@Repository
class RosterStore {

    private static final int FIRSTS = 5;

    private final JdbcClient sql;

    RosterStore(JdbcClient sql) {
        this.sql = sql;
    }

    static String copyInto(UUID load, Roster roster) {
        return named("copy {stage} (" + Staging.columns(roster) + ") from stdin", load);
    }

    void shape(UUID load, Roster roster) {
        drop(load);
        run("create unlogged table {stage} (like registry." + roster.table + "_shape)", load);
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

    void fit(UUID load, Roster roster, Ground ground) {
        sql.sql("set local work_mem = '64MB'").update();
        run("drop table if exists {fit}, {gone}", load);
        run("analyze {stage}", load);
        var plan = RosterPlan.of(roster);
        // A utility statement takes no parameters: the bounds are numbers.
        run(plan.fit().replace(":lo", Long.toString(ground.lo())).replace(":hi", Long.toString(ground.hi())), load);
        run("create index on {fit} (what)", load);
        run("analyze {fit}", load);
        run(plan.gone(), load);
    }

    Compared compared(UUID load, Roster roster) {
        var plan = RosterPlan.of(roster);
        var firsts = new ArrayList<Example>();
        firsts.addAll(examples(plan.added(), What.ADDED, load));
        firsts.addAll(examples(plan.changed(), What.CHANGED, load));
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
                        plan.fields(),
                        firsts))
                .single();
    }

    void bad(UUID load, BiConsumer<Long, String> visitor) {
        sql.sql(named("select line, reason from {fit} where what = 'BAD' order by line", load))
                .query((ResultSet row) -> visitor.accept(row.getLong("line"), row.getString("reason")));
    }

    Merged merge(UUID load, Roster roster, Leaving leaving, LocalDate day) {
        var plan = RosterPlan.of(roster);
        expected(load, "ADDED", bound(plan.add(), load, day));
        sql.sql(named("""
                insert into registry.load_change (load, subject, version, before, needs)
                select :load, t.id, t.version + 1, to_jsonb(t), {beside}
                  from {fit} f
                  join registry.{table} t on t.id = f.was
                 where f.what = 'CHANGED'
                """.replace("{beside}", plan.keptBeside()).replace("{table}", roster.table), load))
                .param("load", load)
                .update();
        for (var before : plan.beforeChange()) {
            bound(before, load, day);
        }
        expected(load, "CHANGED", bound(plan.change(), load, day));
        for (var after : plan.afterChange()) {
            bound(after, load, day);
        }
        var ended =
                roster == Roster.HOUSEHOLDS && leaving != Leaving.NOBODY ? end(load, leaving, day) : List.<Change>of();
        var moved = roster == Roster.HOUSEHOLDS ? moved(load) : List.<Change>of();
        return new Merged(
                touched(load) + ended.size(),
                places(load, ended),
                Stream.concat(moved.stream(), ended.stream()).toList());
    }

    /** Ends those not mentioned, who must still be as they were when they were missed. */
    private List<Change> end(UUID load, Leaving how, LocalDate day) {
        sql.sql(named("""
                insert into registry.load_change (load, subject, version, before)
                select :load, h.id, h.version + 1, to_jsonb(h)
                  from {gone} g
                  join registry.household h on h.id = g.id
                """, load)).param("load", load).update();
        sql.sql(named("delete from registry.household_need n using {gone} g where n.household = g.id", load))
                .update();
        var ended = sql.sql(named("""
                update registry.household h
                   set until = :day, ended = :how, needs = '{}', version = h.version + 1
                  from {gone} g
                 where h.id = g.id and h.version = g.version and h.until = 'infinity' and h.since < :day
                returning h.id, h.place
                """, load))
                .param("day", day)
                .param("how", how.name())
                .query((row, _) -> new Change(
                        row.getObject("id", UUID.class),
                        HouseholdsChanged.What.valueOf(how.name()),
                        row.getLong("place"),
                        null))
                .list();
        if (ended.size() != count("select count(*) from {gone}", load)) {
            throw RegistryRefusal.LOAD_OUTDATED.because();
        }
        return ended;
    }

    private List<Change> moved(UUID load) {
        return sql.sql(named("select was, place from {fit} where what = 'CHANGED' and moved order by place, was", load))
                .query((row, _) -> new Change(
                        row.getObject("was", UUID.class), HouseholdsChanged.What.MOVED, row.getLong("place"), null))
                .list();
    }

    private List<Long> places(UUID load, List<Change> ended) {
        var places = sql.sql(named("""
                select place from {fit} where what in ('ADDED', 'CHANGED')
                 union
                select place_before from {fit} where what = 'CHANGED'
                 order by 1
                """, load)).query(Long.class).list();
        return Stream.concat(places.stream(), ended.stream().map(Change::place))
                .distinct()
                .toList();
    }

    private long touched(UUID load) {
        return count("select count(*) from {fit} where what in ('ADDED', 'CHANGED')", load);
    }

    /** All rows that were to be written have been: if not, somebody was quicker. */
    private void expected(UUID load, String what, int written) {
        if (written != count("select count(*) from {fit} where what = '" + what + "'", load)) {
            throw RegistryRefusal.LOAD_OUTDATED.because();
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

    private int bound(String statement, UUID load, LocalDate day) {
        return sql.sql(named(statement, load))
                .param("load", load)
                .param("day", day)
                .update();
    }

    private long count(String query, UUID load) {
        return sql.sql(named(query, load)).query(Long.class).single();
    }

    private void run(String statement, UUID load) {
        sql.sql(named(statement, load)).update();
    }

    private static String named(String statement, UUID load) {
        var name = "registry.load_" + load.toString().replace("-", "");
        return statement
                .replace("{stage}", name)
                .replace("{fit}", name + "_fit")
                .replace("{gone}", name + "_gone");
    }

    /** What a merge did. */
    record Merged(long touched, List<Long> places, List<Change> changes) {}
}
