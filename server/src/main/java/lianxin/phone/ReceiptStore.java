package lianxin.phone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What items were answered. Written in the transaction of what they did. */
@Repository
class ReceiptStore {

    private final JdbcClient sql;

    ReceiptStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What an item was answered.
     *
     * @param digest of what it said
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Given(
            UUID id,
            byte[] digest,
            UUID account,
            String answer,
            @Nullable String code) {}

    Map<UUID, Given> of(Collection<UUID> ids) {
        return sql
                .sql("select id, digest, account, answer, code from phone.receipt where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Given.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Given::id, Function.identity()));
    }

    /** Writes them down; a broken primary key says that somebody else has just answered one of them. */
    void add(List<Given> given, UUID device, Instant at) {
        sql.sql("""
                insert into phone.receipt (id, digest, account, device, answer, code, at)
                select id, digest, account, :device, answer, code, :at
                  from unnest(:ids::uuid[], :digests::bytea[], :accounts::uuid[], :answers::text[], :codes::text[])
                    as r (id, digest, account, answer, code)
                 order by id
                """)
                .param("device", device)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", given.stream().map(Given::id).toArray(UUID[]::new))
                .param("digests", given.stream().map(Given::digest).toArray(byte[][]::new))
                .param("accounts", given.stream().map(Given::account).toArray(UUID[]::new))
                .param("answers", given.stream().map(Given::answer).toArray(String[]::new))
                .param("codes", given.stream().map(Given::code).toArray(String[]::new))
                .update();
    }
}
