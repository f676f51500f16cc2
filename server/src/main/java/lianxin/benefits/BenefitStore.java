package lianxin.benefits;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BenefitStore {

    private static final String BATCH = """
            select b.id, b.lo, b.hi, b.source, b.file_name, b.lines, b.faults, b.left_out, b.read_at, b.kept_at, b.undone_at,
                   (select count(*) from benefits.benefit f where f.batch = b.id and f.said is not null) as answered
              from benefits.batch b
            """;
    private static final String BENEFIT = """
            select f.id, f.batch, f.household, f.place, f.kind, f.policy, f.amount, f.arrived_on, b.source, f.said, f.issue
              from benefits.benefit f
              join benefits.batch b on b.id = f.batch
            """;

    private final JdbcClient sql;

    BenefitStore(JdbcClient sql) {
        this.sql = sql;
    }

    void addBatch(
            UUID id,
            Ground ground,
            String source,
            String file,
            int lines,
            List<String> faults,
            int leftOut,
            UUID by,
            Instant at) {
        sql.sql("""
                insert into benefits.batch (id, lo, hi, source, file_name, lines, faults, left_out, read_by, read_at)
                values (:id, :lo, :hi, :source, :file, :lines, :faults, :out, :by, :at)
                """)
                .param("id", id)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("source", source)
                .param("file", file)
                .param("lines", lines)
                .param("faults", faults.toArray(String[]::new))
                .param("out", leftOut)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void addAll(UUID batch, List<BenefitSheet.Row> rows) {
        sql.sql("""
                insert into benefits.benefit (id, batch, household, place, kind, policy, amount, arrived_on)
                select r.id, :batch, r.household, r.place, r.kind, r.policy, r.amount::numeric, r.arrived_on::date
                  from unnest(:ids::uuid[], :households::uuid[], :places::bigint[], :kinds::text[], :policies::text[], :amounts::text[], :days::text[])
                       as r (id, household, place, kind, policy, amount, arrived_on)
                """)
                .param("batch", batch)
                .param("ids", rows.stream().map(BenefitSheet.Row::id).toArray(UUID[]::new))
                .param(
                        "households",
                        rows.stream().map(BenefitSheet.Row::household).toArray(UUID[]::new))
                .param("places", rows.stream().map(BenefitSheet.Row::place).toArray(Long[]::new))
                .param("kinds", rows.stream().map(r -> r.kind().name()).toArray(String[]::new))
                .param("policies", rows.stream().map(BenefitSheet.Row::policy).toArray(String[]::new))
                .param("amounts", rows.stream().map(r -> text(r.amount())).toArray(String[]::new))
                .param("days", rows.stream().map(r -> r.arrivedOn().toString()).toArray(String[]::new))
                .update();
    }

    /** Sheets that were looked at and never kept do not lie about with people’s data in them. */
    void forgetDrafts(Ground ground, Instant before) {
        sql.sql("""
                delete from benefits.benefit f
                 using benefits.batch b
                 where b.id = f.batch and not f.kept and b.kept_at is null and b.read_at < :before and b.lo >= :lo and b.hi <= :hi
                """)
                .param("before", utc(before))
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .update();
    }

    /** The batches of a ground, the latest first. */
    List<Batch> batches(Ground ground, int limit) {
        return sql.sql(BATCH + " where b.lo >= :lo and b.hi <= :hi order by b.read_at desc limit :limit")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(BenefitStore::batch)
                .list();
    }

    Optional<Batch> batch(UUID id) {
        return sql.sql(BATCH + " where b.id = :id")
                .param("id", id)
                .query(BenefitStore::batch)
                .optional();
    }

    /** The same, held until the end of the transaction. */
    Optional<Batch> held(UUID id) {
        return sql.sql(BATCH + " where b.id = :id for update of b")
                .param("id", id)
                .query(BenefitStore::batch)
                .optional();
    }

    List<Benefit> ofBatch(UUID batch, int limit) {
        return sql.sql(BENEFIT + " where f.batch = :batch order by f.place, f.household, f.id limit :limit")
                .param("batch", batch)
                .param("limit", limit)
                .query(BenefitStore::benefit)
                .list();
    }

    /** Keeps a batch; lines that another has kept already are left out. Says how many were kept. */
    int keep(UUID batch, Instant at) {
        var kept = sql.sql("""
                update benefits.benefit f
                   set kept = true
                 where f.batch = :batch
                   and not exists (select from benefits.benefit o
                                    where o.kept and o.household = f.household and o.policy = f.policy and o.arrived_on = f.arrived_on)
                """).param("batch", batch).update();
        sql.sql("delete from benefits.benefit where batch = :batch and not kept")
                .param("batch", batch)
                .update();
        sql.sql(
                        "update benefits.batch set kept_at = :at, left_out = left_out + lines - :kept, lines = :kept where id = :batch")
                .param("at", utc(at))
                .param("kept", kept)
                .param("batch", batch)
                .update();
        return kept;
    }

    int undo(UUID batch, Instant at) {
        sql.sql("update benefits.batch set undone_at = :at where id = :batch")
                .param("at", utc(at))
                .param("batch", batch)
                .update();
        return sql.sql("delete from benefits.benefit where batch = :batch")
                .param("batch", batch)
                .update();
    }

    /** What is entered for a household, the latest first. */
    List<Benefit> of(UUID household) {
        return sql.sql(BENEFIT
                        + " where f.household = :household and f.kept order by f.arrived_on desc, f.id limit 200")
                .param("household", household)
                .query(BenefitStore::benefit)
                .list();
    }

    /** Writes down what the household says, unless it has said so already; says whether it was written. */
    boolean say(UUID id, UUID household, Said said, Instant at) {
        return sql.sql("""
                        update benefits.benefit
                           set said = :said, said_at = :at
                         where id = :id and household = :household and kept and (said is null or said = 'NOT_ARRIVED' and :said = 'ARRIVED')
                        """)
                        .param("said", said.name())
                        .param("at", utc(at))
                        .param("id", id)
                        .param("household", household)
                        .update()
                == 1;
    }

    /** Notes the case it became; says whether it had none. */
    boolean issue(UUID id, UUID issue) {
        return sql.sql(
                                "update benefits.benefit set issue = :issue where id = :id and issue is null and said = 'NOT_ARRIVED'")
                        .param("issue", issue)
                        .param("id", id)
                        .update()
                == 1;
    }

    Figures figures(Ground ground, long households) {
        return sql.sql("""
                select :households::bigint as households,
                       count(distinct household)                                             as reached,
                       count(distinct household) filter (where said = 'ARRIVED')             as confirmed,
                       count(*)                                                              as benefits,
                       count(*) filter (where said = 'ARRIVED')                              as arrived,
                       count(*) filter (where said = 'NOT_ARRIVED')                          as not_arrived,
                       coalesce(sum(amount), 0)                                              as amount,
                       coalesce(sum(amount) filter (where said = 'ARRIVED'), 0)              as amount_arrived
                  from benefits.benefit
                 where kept and place >= :lo and place < :hi
                """)
                .param("households", households)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Figures.class)
                .single();
    }

    private static Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                new Ground(row.getLong("lo"), row.getLong("hi")),
                row.getString("source"),
                row.getString("file_name"),
                row.getInt("lines"),
                texts(row.getArray("faults")),
                row.getInt("left_out"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("kept_at", OffsetDateTime.class)),
                instant(row.getObject("undone_at", OffsetDateTime.class)),
                row.getInt("answered"));
    }

    private static Benefit benefit(ResultSet row, int n) throws SQLException {
        var said = row.getString("said");
        return new Benefit(
                row.getObject("id", UUID.class),
                row.getObject("batch", UUID.class),
                row.getObject("household", UUID.class),
                row.getLong("place"),
                Kind.valueOf(row.getString("kind")),
                row.getString("policy"),
                row.getBigDecimal("amount"),
                row.getObject("arrived_on", LocalDate.class),
                row.getString("source"),
                said == null ? null : Said.valueOf(said),
                row.getObject("issue", UUID.class));
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
