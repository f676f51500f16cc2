package lianxin.access;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private static final String SELECT = """
            select id, login, name, person, password, password_until, opened_at, closed_at
              from access.account
            """;

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Account> byLogin(String login) {
        return sql.sql(SELECT + " where login = :login")
                .param("login", login)
                .query(Account.class)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    List<Account> byId(Collection<UUID> ids) {
        return sql.sql(SELECT + " where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Account.class)
                .list();
    }

    Optional<Account> ofPerson(UUID person) {
        return sql.sql(SELECT + " where person = :person and closed_at is null")
                .param("person", person)
                .query(Account.class)
                .optional();
    }

    /** Logins or names that begin with {@code words}, by login. */
    List<Account> search(String words, String after, int limit) {
        return sql.sql(SELECT + """
                 where (starts_with(login, :words) or starts_with(name, :words)) and login > :after
                 order by login
                 limit :limit
                """)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query(Account.class)
                .list();
    }

    /** Says whether the login was free. */
    boolean add(UUID id, String login, String name, @Nullable UUID person, UUID by, Instant at) {
        return sql.sql("""
                insert into access.account (id, login, name, person, opened_by, opened_at)
                values (:id, :login, :name, :person, :by, :at)
                on conflict on constraint a_login_belongs_to_one_account do nothing
                """)
                        .param("id", id)
                        .param("login", login)
                        .param("name", name)
                        .param("person", person)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void rename(UUID id, String name) {
        sql.sql("update access.account set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
    }

    void password(UUID id, @Nullable String password, @Nullable Instant until) {
        sql.sql("update access.account set password = :password, password_until = :until where id = :id")
                .param("id", id)
                .param("password", password)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean close(UUID id, @Nullable Instant at) {
        return sql.sql("""
                update access.account set closed_at = :at
                 where id = :id and (closed_at is null) <> (:at::timestamptz is null)
                """)
                        .param("id", id)
                        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        sql.sql("select id, name from access.account where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    boolean anyPassword() {
        return sql.sql("select exists (select from access.account where password is not null)")
                .query(Boolean.class)
                .single();
    }
}
