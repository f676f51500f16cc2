package lianxin.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the wrapped keys. */
@Repository
class KeyStore {

    private final JdbcClient sql;

    KeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<DataKey> all() {
        return sql.sql("select * from vault.key order by id")
                .query(KeyStore::key)
                .list();
    }

    Optional<DataKey> byId(int id) {
        return sql.sql("select * from vault.key where id = :id")
                .param("id", id)
                .query(KeyStore::key)
                .optional();
    }

    Optional<DataKey> active(String field) {
        return sql.sql("select * from vault.key where field = :field and state = 'ACTIVE'")
                .param("field", field)
                .query(KeyStore::key)
                .optional();
    }

    /** Keys of the field that only open; asked for by their numbers, values are found by an index, however many are sealed anew already. */
    List<Integer> retired(String field) {
        return sql.sql("select id from vault.key where field = :field and state = 'DECRYPT_ONLY'")
                .param("field", field)
                .query(Integer.class)
                .list();
    }

    /** Waits until nobody else is renewing a key; until the transaction ends. */
    void takeTurn() {
        sql.sql("lock table vault.key in share row exclusive mode").update();
    }

    int add(String field, Suite suite, Instant now) {
        return sql.sql("""
                insert into vault.key (field, suite, wrapped, state, created)
                values (:field, :suite, '', 'PRE_ACTIVE', :now)
                returning id
                """)
                .param("field", field)
                .param("suite", suite.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void wrap(int id, byte[] wrapped) {
        sql.sql("update vault.key set wrapped = :wrapped where id = :id")
                .param("id", id)
                .param("wrapped", wrapped)
                .update();
    }

    /** This key seals from now on, whichever did before only opens. */
    void activate(int id, String field) {
        sql.sql("update vault.key set state = 'DECRYPT_ONLY' where field = :field and state = 'ACTIVE'")
                .param("field", field)
                .update();
        sql.sql("update vault.key set state = 'ACTIVE' where id = :id")
                .param("id", id)
                .update();
    }

    void destroy(int id) {
        sql.sql("update vault.key set state = 'DESTROYED', wrapped = '' where id = :id and state = 'DECRYPT_ONLY'")
                .param("id", id)
                .update();
    }

    void count(int id, long encryptions) {
        sql.sql("update vault.key set encryptions = encryptions + :more where id = :id")
                .param("id", id)
                .param("more", encryptions)
                .update();
    }

    private static DataKey key(ResultSet row, int number) throws SQLException {
        return new DataKey(
                row.getInt("id"),
                row.getString("field"),
                Suite.valueOf(row.getString("suite")),
                row.getBytes("wrapped"),
                DataKey.State.valueOf(row.getString("state")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getLong("encryptions"));
    }
}
