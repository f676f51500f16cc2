package lianxin.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lianxin.platform.Initials;
import lianxin.region.Locations.Location;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionStore {

    /** From so many places on a redrawing changes what the database should think of the tables. */
    private static final int A_RELEASE = 500;

    private final JdbcClient sql;

    DivisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The number of what is kept now; another one whenever anything changes. */
    long edition() {
        return sql.sql("select number from region.edition").query(Long.class).single();
    }

    /** Waits until nobody else redraws, and keeps others from it until the transaction ends. */
    void lock() {
        sql.sql("select number from region.edition for update")
                .query(Long.class)
                .single();
    }

    List<Gazette.Entry> all() {
        return sql.sql("""
                select d.id, v.code, d.level, v.name, v.initials, v.kind, v.parent, v.since,
                       nullif(v.until, 'infinity') as until, d.lon, d.lat
                  from region.division d
                  join region.division_version v on v.division = d.id
                """)
                .query((row, _) -> new Gazette.Entry(division(row), row.getString("initials")))
                .list();
    }

    List<Lineage> lineage(UUID division) {
        return sql.sql("""
                select l.day, l.kind, l.predecessor, l.successor, r.source
                  from region.lineage l
                  join region.release r on r.id = l.release
                 where l.predecessor = :division or l.successor = :division
                 order by l.day, r.loaded_at, l.kind
                """).param("division", division).query(Lineage.class).list();
    }

    /** Ends what was since before {@code day}, and takes back what began on {@code day} itself. */
    void close(Collection<UUID> divisions, LocalDate day) {
        sql.sql("delete from region.division_version where division = any(:divisions) and since = :day")
                .param("divisions", divisions.toArray(UUID[]::new))
                .param("day", day)
                .update();
        sql.sql("""
                update region.division_version
                   set until = :day
                 where division = any(:divisions) and until = 'infinity'
                """)
                .param("divisions", divisions.toArray(UUID[]::new))
                .param("day", day)
                .update();
    }

    void add(List<Drawn> divisions) {
        sql.sql("""
                insert into region.division (id, level)
                select * from unnest(:ids::uuid[], :levels::text[])
                """)
                .param("ids", divisions.stream().map(Drawn::division).toArray(UUID[]::new))
                .param(
                        "levels",
                        divisions.stream()
                                .map(d -> d.row().code().level().name())
                                .toArray(String[]::new))
                .update();
    }

    void open(List<Drawn> divisions, LocalDate day, UUID release) {
        sql.sql("""
                insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                select division, :day, code, name, initials, kind, parent, :release
                  from unnest(:divisions::uuid[], :codes::bigint[], :names::text[], :initials::text[], :kinds::text[], :parents::uuid[])
                       as fresh (division, code, name, initials, kind, parent)
                """)
                .param("day", day)
                .param("release", release)
                .param("divisions", divisions.stream().map(Drawn::division).toArray(UUID[]::new))
                .param(
                        "codes",
                        divisions.stream().map(d -> d.row().code().value()).toArray(Long[]::new))
                .param("names", divisions.stream().map(d -> d.row().name()).toArray(String[]::new))
                .param(
                        "initials",
                        divisions.stream().map(d -> Initials.of(d.row().name())).toArray(String[]::new))
                .param("kinds", divisions.stream().map(d -> d.row().kind()).toArray(String[]::new))
                .param(
                        "parents",
                        divisions.stream()
                                .map(d -> Objects.toString(d.parent(), null))
                                .toArray(String[]::new))
                .update();
        if (divisions.size() >= A_RELEASE) {
            // Until the database has looked at so many new rows it takes them for a handful and joins them one by one.
            sql.sql("analyze region.division, region.division_version").update();
        }
    }

    void remember(UUID release, LocalDate day, List<Lineage> lineage) {
        sql.sql("""
                insert into region.lineage (release, day, kind, predecessor, successor)
                select :release, :day, kind, predecessor, successor
                  from unnest(:kinds::text[], :predecessors::uuid[], :successors::uuid[]) as fresh (kind, predecessor, successor)
                """)
                .param("release", release)
                .param("day", day)
                .param("kinds", lineage.stream().map(l -> l.kind().name()).toArray(String[]::new))
                .param(
                        "predecessors",
                        lineage.stream()
                                .map(l -> Objects.toString(l.predecessor(), null))
                                .toArray(String[]::new))
                .param(
                        "successors",
                        lineage.stream()
                                .map(l -> Objects.toString(l.successor(), null))
                                .toArray(String[]::new))
                .update();
    }

    void unlocate(Collection<UUID> places) {
        sql.sql("update region.division set lon = null, lat = null, point_source = null where id = any(:ids)")
                .param("ids", places.toArray(UUID[]::new))
                .update();
    }

    void locate(Collection<Location> places, String source) {
        sql.sql("""
                update region.division d
                   set lon = fresh.lon, lat = fresh.lat, point_source = :source
                  from unnest(:ids::uuid[], :lons::float8[], :lats::float8[]) as fresh (id, lon, lat)
                 where d.id = fresh.id
                """)
                .param("source", source)
                .param("ids", places.stream().map(Location::division).toArray(UUID[]::new))
                .param("lons", places.stream().map(Location::lon).toArray(Double[]::new))
                .param("lats", places.stream().map(Location::lat).toArray(Double[]::new))
                .update();
    }

    private static Division division(ResultSet row) throws SQLException {
        return new Division(
                row.getObject("id", UUID.class),
                new DivisionCode(row.getLong("code")),
                Level.valueOf(row.getString("level")),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("parent", UUID.class),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class));
    }

    /** A place as it is drawn anew, with its own identity and that of the place above. */
    record Drawn(UUID division, DivisionRow row, @Nullable UUID parent) {}
}
