package lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianxin.access.Role;
import lianxin.privacy.Catalogue.About;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of columns and the database are the same. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CatalogueTest {

    /** Columns that say whom a row is about; a table that has one is about somebody. */
    static final List<String> PEOPLE =
            List.of("household", "cadre", "account", "person", "subject", "head", "phone", "id_number", "login");

    final JdbcClient sql;

    CatalogueTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void everyColumnIsAccountedForAndNoneIsInvented() {
        var there = there();
        assertThat(there.keySet())
                .as("tables of the database and of privacy/columns.txt")
                .isEqualTo(names());
        Catalogue.TABLES.stream()
                .filter(table -> table.about() != About.NOBODY)
                .forEach(table -> assertThat(columns(table))
                        .as("columns of %s", table.name())
                        .isEqualTo(there.get(table.name())));
    }

    @Test
    void whatIsAboutNobodyNamesNobody() {
        var there = there();
        for (var table : Catalogue.TABLES) {
            if (table.about() == About.NOBODY && !table.name().endsWith("_shape")) {
                assertThat(there.get(table.name())).as(table.name()).doesNotContainAnyElementsOf(PEOPLE);
            } else if (table.about() == About.NOBODY) {
                assertThat(sql.sql("select count(*) from " + table.name())
                                .query(Long.class)
                                .single())
                        .as("%s is a pattern and never filled", table.name())
                        .isZero();
            }
        }
    }

    @Test
    @Transactional
    void aTableOrAColumnForgottenIsNoticed() {
        sql.sql("create table roster.forgotten (household uuid, illness text)").update();
        assertThat(there().keySet()).contains("roster.forgotten").isNotEqualTo(names());
    }

    @Test
    void oneFindsWhomARowIsAbout() {
        Catalogue.TABLES.stream()
                .filter(table -> table.about() != About.NOBODY)
                .forEach(table -> assertThat(columns(table)).as(table.name()).contains(table.by()));
    }

    @Test
    void everyDatumIsSomewhereAndSensitiveOnesAreReadByFew() {
        var used = Catalogue.TABLES.stream()
                .flatMap(table -> table.columns().stream())
                .map(Catalogue.Column::datum)
                .collect(Collectors.toSet());
        assertThat(used).contains(Datum.HEAD, Datum.NEED, Datum.SEALED, Datum.WORDS);
        for (var datum : Datum.values()) {
            if (datum.aim().consent()) {
                assertThat(Role.values()).as("reads %s without a reason", datum).noneMatch(datum::readBy);
            }
            if (datum.aim().sensitive() || datum.aim().consent()) {
                assertThat(datum.board).as("%s on a board", datum).isEqualTo(Datum.Board.NEVER);
            }
        }
    }

    @Test
    void masks() {
        assertThat(Datum.HEAD.masked("张小三")).isEqualTo("张*三");
        assertThat(Datum.HEAD.masked("张三")).isEqualTo("张*");
        assertThat(Datum.HEAD.masked("张")).isEqualTo("*");
        assertThat(Datum.HEAD.masked("𠀀小三")).isEqualTo("𠀀*三");
        assertThat(Datum.PHONE.masked("13812345678")).isEqualTo("138****5678");
        assertThat(Datum.PHONE.masked("05376211234")).isEqualTo("*******1234");
        assertThat(Datum.ID_NUMBER.masked("11010519491231002X")).isEqualTo("**************002X");
        assertThat(Datum.NEED.masked("低保")).isEqualTo("***");
    }

    private Map<String, TreeSet<String>> there() {
        var there = new TreeMap<String, TreeSet<String>>();
        sql.sql("""
                select table_schema || '.' || table_name as called, column_name
                  from information_schema.columns
                 where table_schema !~ '^pg_' and table_schema <> 'information_schema'
                   and table_name !~ '_[0-9a-f]{32}$'
                """).query(row -> {
            there.computeIfAbsent(row.getString("called"), _ -> new TreeSet<>()).add(row.getString("column_name"));
        });
        return there;
    }

    private static TreeSet<String> names() {
        return Catalogue.TABLES.stream().map(Catalogue.Table::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> columns(Catalogue.Table table) {
        return table.columns().stream().map(Catalogue.Column::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
