package lianxin.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportStore {

    private final JdbcClient sql;

    ReportStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Client> client(byte[] hash) {
        return sql.sql(
                        "select id, name, lo, hi, since, ended_at from open311.client where hash = :hash and ended_at is null")
                .param("hash", hash)
                .query(Client.class)
                .optional();
    }

    List<Client> clients(Ground ground) {
        return sql.sql("""
                select id, name, lo, hi, since, ended_at from open311.client where lo < :hi and hi > :lo order by ended_at nulls first, name, id
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query(Client.class)
                .list();
    }

    void add(Client client, byte[] hash, UUID by) {
        sql.sql("""
                insert into open311.client (id, name, hash, lo, hi, since, by_whom) values (:id, :name, :hash, :lo, :hi, :since, :by)
                """)
                .param("id", client.id())
                .param("name", client.name())
                .param("hash", hash)
                .param("lo", client.lo())
                .param("hi", client.hi())
                .param("since", client.since().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean end(UUID id, Ground ground, Instant at) {
        return sql.sql(
                                "update open311.client set ended_at = :at where id = :id and ended_at is null and lo >= :lo and hi <= :hi")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("lo", ground.lo())
                        .param("hi", ground.hi())
                        .update()
                == 1;
    }

    void add(Report report, byte[] code) {
        sql.sql("""
                insert into open311.report (issue, place, client, code, address, at)
                values (:issue, :place, :client, :code, :address, :at)
                """)
                .param("issue", report.issue())
                .param("place", report.place())
                .param("client", report.client())
                .param("code", code)
                .param("address", report.address())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<UUID, Report> of(Collection<UUID> issues) {
        return sql
                .sql("select issue, place, client, address, at from open311.report where issue = any(:issues)")
                .param("issues", issues.toArray(UUID[]::new))
                .query(Report.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Report::issue, Function.identity()));
    }

    /** Whether that is the code with which the case may be answered. */
    boolean codeFits(UUID issue, byte[] code) {
        return sql.sql("select exists (select from open311.report where issue = :issue and code = :code)")
                .param("issue", issue)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    List<Attribute> attributes(LocalDate day) {
        return sql.sql("""
                select category, code, datatype, required, position, name_zh as zh, name_en as en, array_to_string(choices, '|') as choices
                  from (select distinct on (category, code) * from open311.attribute where since <= :day order by category, code, since desc) a
                 where until is null or until > :day
                 order by category, position
                """).param("day", day).query(Attribute.class).list();
    }

    /** A request as it was handed in: where, by which program, when. */
    record Report(UUID issue, long place, UUID client, String address, Instant at) {}

    /** What a kind of request asks beside the words; {@code choices} are {@code KEY=NAME} with strokes between. */
    record Attribute(
            String category,
            String code,
            String datatype,
            boolean required,
            int position,
            String zh,
            String en,
            String choices) {

        List<Map<String, @Nullable Object>> values() {
            return Arrays.stream(choices.split("\\|"))
                    .filter(choice -> choice.contains("="))
                    .map(choice -> choice.split("=", 2))
                    .map(parts -> Tree.of("key", parts[0], "name", parts[1]))
                    .toList();
        }
    }
}
