package lianxin.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists that were brought in, their rows, and what is known already of what they say. */
@Repository
class ListStore {

    private static final String LIST = """
            select l.id, l.lo, l.hi, l.source, l.file_name, l.faults, l.refused, l.opened, l.read_at, l.kept_at, l.undone_at,
                   (select count(*) from cases.entry e where e.list = l.id) as rows
              from cases.list l
            """;

    private static final String UNTOUCHED = """
            select i.id
              from cases.entry e
              join cases.issue i on i.id = e.id
             where e.list = :list and e.kept and i.stage = 'NEW' and i.version = 1
               and not exists (select from cases.issue m where m.merged_into = i.id)
            """;

    private final JdbcClient sql;

    ListStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(
            UUID id, Ground ground, String source, String file, List<String> faults, int refused, UUID by, Instant at) {
        sql.sql("""
                insert into cases.list (id, lo, hi, source, file_name, faults, refused, read_by, read_at)
                values (:id, :lo, :hi, :source, :file, :faults, :refused, :by, :at)
                """)
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("source", source)
                .param("file", file)
                .param("faults", faults.toArray(String[]::new))
                .param("refused", refused)
                .param("by", by)
                .param("at", CaseStore.utc(at))
                .update();
    }

    void addAll(UUID list, List<CaseList.Entry> entries) {
        sql.sql("""
                insert into cases.entry (id, list, row_no, place, household, kind, category, said, words, heard_on, number, mark)
                select r.id, :list, r.row_no, r.place, r.household::uuid, r.kind, r.category, r.said, r.words, r.heard_on::date, r.number, r.mark
                  from unnest(:ids::uuid[], :rows::int[], :places::bigint[], :households::text[], :kinds::text[], :categories::text[], :said::boolean[], :words::text[],
                               :heard::text[], :numbers::text[], :marks::text[])
                       as r (id, row_no, place, household, kind, category, said, words, heard_on, number, mark)
                """)
                .param("list", list)
                .param("ids", entries.stream().map(CaseList.Entry::id).toArray(UUID[]::new))
                .param("rows", entries.stream().map(CaseList.Entry::row).toArray(Integer[]::new))
                .param("places", entries.stream().map(CaseList.Entry::place).toArray(Long[]::new))
                .param(
                        "households",
                        entries.stream().map(e -> text(e.household())).toArray(String[]::new))
                .param("kinds", entries.stream().map(e -> e.kind().name()).toArray(String[]::new))
                .param(
                        "categories",
                        entries.stream().map(CaseList.Entry::category).toArray(String[]::new))
                .param("said", entries.stream().map(CaseList.Entry::said).toArray(Boolean[]::new))
                .param("words", entries.stream().map(CaseList.Entry::words).toArray(String[]::new))
                .param("heard", entries.stream().map(e -> text(e.heardOn())).toArray(String[]::new))
                .param("numbers", entries.stream().map(CaseList.Entry::number).toArray(String[]::new))
                .param("marks", entries.stream().map(CaseList.Entry::mark).toArray(String[]::new))
                .update();
    }

    /** Lists that were looked at and never kept, and what is said of their cells, do not lie about: they go. Says how many went. */
    int forgetDrafts(Instant before) {
        sql.sql("update cases.list set faults = '{}' where kept_at < :before and cardinality(faults) > 0")
                .param("before", CaseStore.utc(before))
                .update();
        return sql.sql("delete from cases.list where kept_at is null and read_at < :before")
                .param("before", CaseStore.utc(before))
                .update();
    }

    /** The lists brought in from a ground, the latest first. */
    List<CaseList> on(Ground ground, int limit) {
        return sql.sql(LIST + " where l.lo >= :lo and l.hi <= :hi order by l.read_at desc, l.id limit :limit")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(ListStore::list)
                .list();
    }

    Optional<CaseList> byId(UUID id) {
        return sql.sql(LIST + " where l.id = :id")
                .param("id", id)
                .query(ListStore::list)
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<CaseList> held(UUID id) {
        return sql.sql(LIST + " where l.id = :id for update of l")
                .param("id", id)
                .query(ListStore::list)
                .optional();
    }

    /** The rows of a list that waits, in their order. */
    List<CaseList.Entry> entries(UUID list) {
        return sql.sql("""
                select id, row_no, place, household, kind, category, said, words, heard_on, number, mark
                  from cases.entry
                 where list = :list and not kept
                 order by row_no, id
                """).param("list", list).query(ListStore::entry).list();
    }

    /** The cases rows of these marks became when an earlier list brought them. */
    Map<String, UUID> brought(Collection<String> marks) {
        return sql
                .sql("select mark, id from cases.entry where kept and mark = any(:marks)")
                .param("marks", marks.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("mark"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * For each row of a list an open case of its village that says much the same: at least three pairs of characters in common, and half of those of the shorter
     * one. Reads what was heard in the villages since {@code since}, some thirty cases a village and quarter.
     */
    Map<UUID, UUID> alike(UUID list, Instant since) {
        return sql
                .sql("""
                select e.id, a.issue
                  from cases.entry e
                 cross join lateral (select cases.pairs(e.words) as pairs) mine
                 cross join lateral (
                       select w.issue
                         from cases.wording w
                         join cases.issue i on i.id = w.issue
                        cross join lateral (select count(*) as common from unnest(w.pairs) p where p = any (mine.pairs)) c
                        where w.place = e.place and w.heard_at >= :since and i.stage not in ('CONFIRMED', 'CLOSED', 'MERGED', 'HANDED_OVER', 'WITHDRAWN')
                          and c.common >= 3 and c.common * 2 >= least(cardinality(w.pairs), cardinality(mine.pairs))
                        order by c.common desc, w.heard_at desc, w.issue
                        limit 1) a
                 where e.list = :list and not e.kept
                """)
                .param("list", list)
                .param("since", CaseStore.utc(since))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getObject("issue", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** These rows are cases now, which alone say what they said; the others are forgotten. */
    void keep(UUID list, List<UUID> opened, Instant at) {
        sql.sql(
                        "update cases.entry set kept = true, words = '', household = null where list = :list and id = any(:opened)")
                .param("list", list)
                .param("opened", opened.toArray(UUID[]::new))
                .update();
        sql.sql("delete from cases.entry where list = :list and not kept")
                .param("list", list)
                .update();
        sql.sql("update cases.list set kept_at = :at, opened = :opened where id = :list")
                .param("at", CaseStore.utc(at))
                .param("opened", opened.size())
                .param("list", list)
                .update();
    }

    /** The cases a list became, in the order of its rows. */
    List<UUID> opened(UUID list, int limit) {
        return sql.sql("select id from cases.entry where list = :list and kept order by row_no, id limit :limit")
                .param("list", list)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The cases of a list that nobody has touched since they were opened. */
    List<UUID> untouched(UUID list) {
        return sql.sql(UNTOUCHED).param("list", list).query(UUID.class).list();
    }

    /** The same, held until the end of the transaction. */
    List<UUID> heldUntouched(UUID list) {
        return sql.sql(UNTOUCHED + " for update of i")
                .param("list", list)
                .query(UUID.class)
                .list();
    }

    /** Nothing of the list was ever opened: its cases go with all that hangs on them, and its rows may be brought again. Says whose they were. */
    List<UUID> undo(UUID list, List<UUID> cases, Instant at) {
        var whose = sql.sql("""
                with gone as (delete from cases.issue where id = any(:cases) returning household)
                select distinct household from gone where household is not null
                """)
                .param("cases", cases.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        sql.sql("delete from cases.entry where list = :list")
                .param("list", list)
                .update();
        sql.sql("update cases.list set undone_at = :at where id = :list")
                .param("at", CaseStore.utc(at))
                .param("list", list)
                .update();
        return whose;
    }

    private static CaseList list(ResultSet row, int n) throws SQLException {
        return new CaseList(
                row.getObject("id", UUID.class),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                row.getString("source"),
                row.getString("file_name"),
                row.getInt("rows"),
                List.of((String[]) row.getArray("faults").getArray()),
                row.getInt("refused"),
                row.getInt("opened"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("kept_at", OffsetDateTime.class)),
                instant(row.getObject("undone_at", OffsetDateTime.class)));
    }

    private static CaseList.Entry entry(ResultSet row, int n) throws SQLException {
        return new CaseList.Entry(
                row.getObject("id", UUID.class),
                row.getInt("row_no"),
                row.getLong("place"),
                row.getObject("household", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getBoolean("said"),
                row.getString("words"),
                row.getObject("heard_on", LocalDate.class),
                row.getString("number"),
                row.getString("mark"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
