package lianxin.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** Every table that knows a place has a wall, and the application can neither step over one nor take it down. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class WallsTest {

    final JdbcClient sql;

    WallsTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void everyTableWithAPlaceHasAWall() {
        assertThat(placed()).as("the tables are found at all").hasSizeGreaterThan(15);
        assertThat(unwalled())
                .as("add «select scope.by_place('room.table')», by_household, by_city or by_stretch to its migration")
                .isEmpty();
    }

    @Test
    @Transactional
    void aTableWithoutAWallIsNoticed() {
        sql.sql("create table roster.forgotten (place bigint)").update();
        assertThat(unwalled()).containsExactly("roster.forgotten");
    }

    @Test
    void viewsLookWithTheEyesOfWhoeverAsks() {
        assertThat(sql.sql("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and not coalesce(c.reloptions::text ilike '%security_invoker=true%', false)
                """).query(String.class).list()).isEmpty();
    }

    @Test
    void theApplicationIsNobodysOwnerAndStepsOverNoWall() {
        assertThat(sql.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(sql.sql("""
                select c.oid::regclass::text from pg_class c
                 where c.relkind in ('r', 'p', 'v', 'S') and c.relpersistence = 'p' and pg_has_role(current_user, c.relowner, 'usage')
                """).query(String.class).list())
                .as("owned by the application")
                .isEmpty();
        for (var deed : List.of(
                "alter table registry.household disable row level security",
                "alter table registry.household no force row level security",
                "drop policy scope on registry.household",
                "create policy all_of_it on registry.household using (true)",
                "alter function scope.of_unit(uuid) security invoker",
                "truncate registry.household",
                "set row_security = off; select count(*) from registry.household",
                "update flyway_schema_history set success = true")) {
            assertThatThrownBy(() -> sql.sql(deed).update()).as(deed).isInstanceOf(DataAccessException.class);
        }
    }

    private List<String> placed() {
        return sql.sql(PLACED).query(String.class).list();
    }

    private List<String> unwalled() {
        return sql.sql(PLACED + """
                 and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                """).query(String.class).list();
    }

    private static final String PLACED = """
            select c.oid::regclass::text
              from pg_class c
             where c.relkind in ('r', 'p') and c.relpersistence = 'p'
               and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('place', 'area') and not a.attisdropped)
                    or 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('lo', 'hi') and not a.attisdropped))
            """;
}
