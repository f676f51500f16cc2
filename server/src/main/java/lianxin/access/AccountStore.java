package lianxin.access;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lianxin.region.Ground;
import lianxin.region.RegionRedrawn.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Account> byLogin(String login) {
        return sql.sql("""
                select id, login, password, name, role, lo, hi, unit, cadre, enabled
                  from access.account
                 where login = :login
                """).param("login", login).query(Account.class).optional();
    }

    UUID put(
            String login,
            String password,
            String name,
            Role role,
            Ground ground,
            @Nullable UUID unit,
            @Nullable UUID cadre) {
        return sql.sql("""
                insert into access.account (id, login, password, name, role, lo, hi, unit, cadre)
                values (gen_random_uuid(), :login, :password, :name, :role, :lo, :hi, :unit, :cadre)
                on conflict on constraint a_login_belongs_to_one_account do update
                   set password = excluded.password, name = excluded.name, role = excluded.role,
                       lo = excluded.lo, hi = excluded.hi, unit = excluded.unit, cadre = excluded.cadre
                returning id
                """)
                .param("login", login)
                .param("password", password)
                .param("name", name)
                .param("role", role.name())
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("unit", unit)
                .param("cadre", cadre)
                .query(UUID.class)
                .single();
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

    /** One statement for all: places may change codes with each other. */
    void redrawn(Collection<Move> moves) {
        sql.sql("""
                update access.account a
                   set lo = m.lo_after, hi = m.hi_after
                  from unnest(:los::bigint[], :his::bigint[], :losAfter::bigint[], :hisAfter::bigint[]) as m (lo, hi, lo_after, hi_after)
                 where a.lo = m.lo and a.hi = m.hi
                """)
                .param("los", bounds(moves, m -> m.codeBefore().ground().lo()))
                .param("his", bounds(moves, m -> m.codeBefore().ground().hi()))
                .param("losAfter", bounds(moves, m -> after(m).lo()))
                .param("hisAfter", bounds(moves, m -> after(m).hi()))
                .update();
    }

    private static Ground after(Move move) {
        return Objects.requireNonNull(move.codeAfter()).ground();
    }

    private static Long[] bounds(Collection<Move> moves, Function<Move, Long> bound) {
        return moves.stream().map(bound).toArray(Long[]::new);
    }

    boolean none() {
        return sql.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    record Account(
            UUID id,
            String login,
            String password,
            String name,
            Role role,
            long lo,
            long hi,
            @Nullable UUID unit,
            @Nullable UUID cadre,
            boolean enabled) {

        Caller caller() {
            return new Caller(id, name, role, new Ground(lo, hi), unit, cadre);
        }
    }
}
