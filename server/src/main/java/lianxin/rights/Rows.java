package lianxin.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Catalogue.Table;
import lianxin.privacy.Datum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows about somebody, by the catalogue: names of tables and columns come from our own file, and a test holds them against the database. */
@Component
class Rows {

    /** What is under lock comes in clear elsewhere or, proving who one is, not at all. */
    private static final Set<Datum> SHUT = EnumSet.of(Datum.SEALED, Datum.ATTACHMENT, Datum.SECRET);

    private final JdbcClient sql;
    private final JsonMapper json;

    Rows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Those of these tables that are about {@code whom}; tables with nothing are left out. */
    List<Copy.Part> about(UUID whom, Stream<Table> tables) {
        return tables.filter(table -> !columns(table).isEmpty())
                .map(table -> new Copy.Part(table.name(), rows(table, whom)))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    private List<Map<String, Object>> rows(Table table, UUID whom) {
        return sql
                .sql("select to_jsonb(t)::text from (select " + columns(table) + " from " + table.name() + " where "
                        + table.by() + " = :whom) as t")
                .param("whom", whom)
                .query(String.class)
                .list()
                .stream()
                .map(row -> json.readValue(row, new TypeReference<Map<String, Object>>() {}))
                .toList();
    }

    private static String columns(Table table) {
        return table.columns().stream()
                .filter(column -> !SHUT.contains(column.datum()))
                .map(Catalogue.Column::name)
                .collect(Collectors.joining(", "));
    }
}
