package lianxin.registry;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes merged loads back, by what {@code registry.load_change} remembers. */
@Repository
class RosterUndo {

    private final JdbcClient sql;

    RosterUndo(JdbcClient sql) {
        this.sql = sql;
    }

    /** Says which places were touched. */
    List<Long> undo(UUID load, Roster roster) {
        var table = "registry." + roster.table;
        refuseIfMoved(load, roster);
        refuseIfBuiltUpon(load, table);
        var places = sql.sql("select place from " + table
                        + " where added_by = :load union select t.place from registry.load_change c join " + table
                        + " t on t.id = c.subject where c.load = :load order by 1")
                .param("load", load)
                .query(Long.class)
                .list();
        if (roster == Roster.HOUSEHOLDS) {
            forgetNeeds(load);
        }
        restore(load, roster);
        switch (roster) {
            case HOUSEHOLDS -> rememberNeeds(load);
            case UNITS -> followUnits(load);
            case CADRES -> {}
        }
        remove(load, table);
        sql.sql("delete from registry.load_change where load = :load")
                .param("load", load)
                .update();
        return places;
    }

    private void refuseIfMoved(UUID load, Roster roster) {
        if (roster == Roster.HOUSEHOLDS && is("""
                select exists (select from registry.load_change c
                                 join registry.household h on h.id = c.subject
                                where c.load = :load
                                  and (h.village <> (c.before ->> 'village')::uuid or h.until <> (c.before ->> 'until')::date))
                """, load)) {
            throw RegistryRefusal.LOAD_MOVED_HOUSEHOLDS.because();
        }
    }

    private void refuseIfBuiltUpon(UUID load, String table) {
        if (is(
                "select exists (select from " + table + " where added_by = :load and version <> 1)"
                        + " or exists (select from registry.load_change c join " + table
                        + " t on t.id = c.subject where c.load = :load and t.version <> c.version)",
                load)) {
            throw RegistryRefusal.LOAD_BUILT_UPON.because();
        }
    }

    /** What it added goes, unless something refers to it: then the database says no, and we say what it was. */
    private void remove(UUID load, String table) {
        try {
            sql.sql("delete from " + table + " where added_by = :load")
                    .param("load", load)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw RegistryRefusal.LOAD_DEPENDED_ON.because(referrer(e));
        }
    }

    private static String referrer(DataIntegrityViolationException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                ? Objects.requireNonNullElse(cause.getServerErrorMessage().getTable(), "")
                : "";
    }

    private void restore(UUID load, Roster roster) {
        sql.sql(
                        switch (roster) {
                            case UNITS -> """
                        update registry.unit t
                           set name = b.name, initials = b.initials, parent = b.parent, level = b.level, kind = b.kind, place = b.place,
                               lon = b.lon, lat = b.lat, version = t.version + 1
                          from registry.load_change c
                         cross join lateral jsonb_populate_record(null::registry.unit, c.before) b
                         where c.load = :load and t.id = c.subject
                        """;
                            case CADRES -> """
                        update registry.cadre t
                           set unit = b.unit, place = b.place, name = b.name, initials = b.initials, post = b.post, rank = b.rank,
                               leader = b.leader, phone = b.phone, skills = b.skills, home_village = b.home_village,
                               capacity_min = b.capacity_min, capacity_max = b.capacity_max, version = t.version + 1
                          from registry.load_change c
                         cross join lateral jsonb_populate_record(null::registry.cadre, c.before) b
                         where c.load = :load and t.id = c.subject
                        """;
                            case HOUSEHOLDS -> """
                        update registry.household t
                           set group_no = b.group_no, head = b.head, initials = b.initials, size = b.size, needs = b.needs,
                               version = t.version + 1
                          from registry.load_change c
                         cross join lateral jsonb_populate_record(null::registry.household, c.before) b
                         where c.load = :load and t.id = c.subject
                        """;
                        })
                .param("load", load)
                .update();
    }

    private void forgetNeeds(UUID load) {
        sql.sql("""
                delete from registry.household_need n
                 using registry.household h
                 where n.household = h.id and (h.added_by = :load or h.id in (select subject from registry.load_change where load = :load))
                """).param("load", load).update();
        sql.sql("delete from registry.household_past where load = :load")
                .param("load", load)
                .update();
    }

    private void rememberNeeds(UUID load) {
        sql.sql("""
                insert into registry.household_need (household, category, legal_basis, since, review_on, place)
                select n.household, n.category, n.legal_basis, n.since, n.review_on, n.place
                  from registry.load_change c
                 cross join lateral jsonb_populate_recordset(null::registry.household_need, c.needs) n
                 where c.load = :load and c.needs is not null
                """).param("load", load).update();
    }

    /** Cadres are where their unit is. */
    private void followUnits(UUID load) {
        sql.sql("""
                update registry.cadre c
                   set place = u.place, version = c.version + 1
                  from registry.unit u
                 where u.id = c.unit and u.place <> c.place and u.id in (select subject from registry.load_change where load = :load)
                """).param("load", load).update();
    }

    private boolean is(String question, UUID load) {
        return sql.sql(question).param("load", load).query(Boolean.class).single();
    }
}
