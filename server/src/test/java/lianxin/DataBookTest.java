package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/data.md is drawn from the database itself; when a migration changes a table, this test says so and leaves the new book in target/data.md. */
@SpringBootTest
class DataBookTest {

    @Autowired
    JdbcClient sql;

    @Test
    void theBookShowsTheTablesAsTheyAre() throws IOException {
        var book = """
                # Data

                One schema per room; a store names only its own. Foreign keys point downwards. Drawn from the database by `DataBookTest`, which fails when this page
                is no longer true and leaves the true one in `server/target/data.md`.
                """ + HouseTest.rooms().stream().map(this::schema).collect(Collectors.joining());
        Files.writeString(Path.of("target/data.md"), book);
        assertThat(Files.readString(Path.of("../docs/data.md")))
                .as("docs/data.md; copy server/target/data.md over it")
                .isEqualTo(book);
    }

    private String schema(String schema) {
        var tables = sql.sql("""
                select c.oid::bigint as id, c.relname as name
                  from pg_class c
                 where c.relnamespace = to_regnamespace(:schema) and c.relkind = 'r'
                 order by c.relname
                """).param("schema", schema).query(Table.class).list();
        if (tables.isEmpty()) {
            return "";
        }
        return "\n## " + schema + "\n\n```mermaid\nerDiagram\n"
                + tables.stream().map(t -> entity(schema, t)).collect(Collectors.joining())
                + tables.stream().flatMap(t -> references(schema, t).stream()).collect(Collectors.joining())
                + "```\n";
    }

    private String entity(String schema, Table table) {
        return "  " + schema + "_" + table.name() + " {\n"
                + sql.sql("""
                        select '    ' || replace(replace(format_type(a.atttypid, a.atttypmod), ' ', '_'), '[]', '_list') || ' ' || a.attname
                               || case when exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) then ' PK' else '' end
                          from pg_attribute a
                         where a.attrelid = :table and a.attnum > 0 and not a.attisdropped
                         order by a.attnum
                        """).param("table", table.id()).query(String.class).list().stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                + "  }\n";
    }

    private List<String> references(String schema, Table table) {
        return sql
                .sql("""
                select n.nspname || '_' || t.relname || ' ||--o{ ' || :from || ' : "'
                       || (select string_agg(a.attname, ', ' order by k.n) from unnest(c.conkey) with ordinality k (num, n) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num) || '"'
                  from pg_constraint c
                  join pg_class t on t.oid = c.confrelid
                  join pg_namespace n on n.oid = t.relnamespace
                 where c.conrelid = :table and c.contype = 'f'
                 order by 1
                """)
                .param("from", schema + "_" + table.name())
                .param("table", table.id())
                .query(String.class)
                .list()
                .stream()
                .map(line -> "  " + line + "\n")
                .toList();
    }

    record Table(long id, String name) {}
}
