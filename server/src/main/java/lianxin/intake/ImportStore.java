package lianxin.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.region.Ground;
import lianxin.roster.Compared;
import lianxin.roster.Leaving;
import lianxin.roster.Roster;
import lianxin.sheet.HeaderMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Transactional
class ImportStore {

    private static final String SELECT = """
            select id, roster, file_name, bytes, state, lo, hi, mapping, counts, refusal, leaving, rows, bad, done, total, by_whom,
                   received_at, started_at, applied_at, undone_at
              from intake.import
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    ImportStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(UUID id, Roster roster, String fileName, ImportFiles.Kept file, Ground ground, UUID by, Instant now) {
        sql.sql("""
                insert into intake.import (id, roster, file_name, sha256, bytes, state, lo, hi, by_whom, received_at)
                values (:id, :roster, :name, :sha256, :bytes, 'RECEIVED', :lo, :hi, :by, :now)
                """)
                .param("id", id)
                .param("roster", roster.name())
                .param("name", fileName)
                .param("sha256", file.sha256())
                .param("bytes", file.bytes())
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    Optional<Import> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<Import> recent(Ground ground, int limit) {
        return sql.sql(SELECT + " where lo >= :lo and hi <= :hi order by received_at desc, id limit :limit")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Goes on to {@code to} unless somebody else has changed its state in the meantime; says whether it did. */
    boolean go(UUID id, State to, Instant now) {
        var from = Stream.of(State.values())
                .filter(s -> s.next().contains(to))
                .map(State::name)
                .toArray(String[]::new);
        return sql.sql("""
                update intake.import
                   set state = :to, refusal = null,
                       started_at = case when :to in ('CHECKING', 'APPLYING', 'UNDOING') then :now else started_at end,
                       applied_at = case when :to = 'APPLIED' then coalesce(applied_at, :now) else applied_at end,
                       undone_at = case when :to = 'UNDONE' then :now else undone_at end
                 where id = :id and state = any(:from)
                """)
                        .param("id", id)
                        .param("to", to.name())
                        .param("now", at(now))
                        .param("from", from)
                        .update()
                == 1;
    }

    /** As {@link #go}, with the reason why it went no further. */
    boolean stop(UUID id, State to, Import.No no, Instant now) {
        if (!go(id, to, now)) {
            return false;
        }
        sql.sql("update intake.import set refusal = :no::jsonb where id = :id")
                .param("id", id)
                .param("no", json.writeValueAsString(no))
                .update();
        return true;
    }

    void match(UUID id, HeaderMatch match) {
        sql.sql("update intake.import set mapping = :match::jsonb where id = :id")
                .param("id", id)
                .param("match", json.writeValueAsString(match))
                .update();
    }

    void leaving(UUID id, Leaving leaving) {
        sql.sql("update intake.import set leaving = :leaving where id = :id")
                .param("id", id)
                .param("leaving", leaving.name())
                .update();
    }

    /** Says whether it is still being checked. */
    boolean progress(UUID id, long rows, long done, long total) {
        return sql.sql("""
                update intake.import
                   set rows = :rows, done = :done, total = :total
                 where id = :id and state = 'CHECKING'
                """)
                        .param("id", id)
                        .param("rows", rows)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    void counts(UUID id, Compared counts, long rows, long bad) {
        sql.sql(
                        "update intake.import set counts = :counts::jsonb, rows = :rows, bad = :bad, done = total where id = :id")
                .param("id", id)
                .param("counts", json.writeValueAsString(counts))
                .param("rows", rows)
                .param("bad", bad)
                .update();
    }

    /** What somebody last said of the headers of such a roster here. */
    Optional<HeaderMatch> lastChoice(Roster roster, Ground ground) {
        return sql.sql("""
                select mapping
                  from intake.import
                 where roster = :roster and lo = :lo and hi = :hi and state in ('CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')
                   and jsonb_path_exists(mapping, '$.found[*] ? (@.sureness == "CHOSEN")')
                 order by received_at desc
                 limit 1
                """)
                .param("roster", roster.name())
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(String.class)
                .optional()
                .map(match -> json.readValue(match, HeaderMatch.class));
    }

    void forgetBad(UUID id) {
        sql.sql("delete from intake.bad_line where import = :id")
                .param("id", id)
                .update();
    }

    void bad(UUID id, List<Long> lines, List<String> reasons) {
        sql.sql("""
                insert into intake.bad_line (import, line, reason)
                select :id, line, reason from unnest(:lines::bigint[], :reasons::text[]) as b (line, reason)
                """)
                .param("id", id)
                .param("lines", lines.toArray(Long[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    Map<Long, String> bad(UUID id) {
        var bad = new HashMap<Long, String>();
        sql.sql("select line, reason from intake.bad_line where import = :id")
                .param("id", id)
                .query((ResultSet row) -> {
                    bad.put(row.getLong(1), row.getString(2));
                });
        return bad;
    }

    /** Imports received before {@code day} whose file nobody needs any more. */
    List<UUID> forgotten(Instant before) {
        return sql.sql("""
                select id
                  from intake.import
                 where received_at < :before and state not in ('CHECKING', 'APPLYING', 'UNDOING')
                 order by received_at desc
                 limit 1000
                """).param("before", at(before)).query(UUID.class).list();
    }

    private Import row(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getObject("id", UUID.class),
                Roster.valueOf(row.getString("roster")),
                row.getString("file_name"),
                row.getLong("bytes"),
                State.valueOf(row.getString("state")),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                read(row.getString("mapping"), HeaderMatch.class),
                read(row.getString("counts"), Compared.class),
                read(row.getString("refusal"), Import.No.class),
                Leaving.valueOf(row.getString("leaving")),
                row.getLong("rows"),
                row.getLong("bad"),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("by_whom", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                moment(row, "started_at"),
                moment(row, "applied_at"),
                moment(row, "undone_at"));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
