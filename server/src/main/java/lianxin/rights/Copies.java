package lianxin.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.particulars.Particulars;
import lianxin.platform.CountyTime;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Catalogue.Table;
import lianxin.privacy.Datum;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.record.Seen;
import lianxin.registry.Household;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes copies, from the catalogue: a column that is in it is in the copy. */
@Service
class Copies {

    static final int LOOKS = 1_000;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Particulars particulars;
    private final Seen seen;
    private final Reads reads;
    private final CountyTime time;

    Copies(JdbcClient sql, JsonMapper json, Particulars particulars, Seen seen, Reads reads, CountyTime time) {
        this.sql = sql;
        this.json = json;
        this.particulars = particulars;
        this.seen = seen;
        this.reads = reads;
        this.time = time;
    }

    /** What there is about the household, for whoever has been let in to its request. The copy is itself a look. */
    @Transactional
    public Copy of(Household home, Caller caller) {
        reads.of(caller, Purpose.RIGHTS_COPY, List.of(home.id()));
        var data = Catalogue.ofHouseholds()
                .map(table -> new Copy.Part(table.name(), rows(table, home.id())))
                .filter(part -> !part.rows().isEmpty())
                .toList();
        return new Copy(
                home.key(),
                time.today(),
                data,
                particulars.clear(home.id()),
                Catalogue.ofHouseholds()
                        .flatMap(table -> table.columns().stream())
                        .map(column -> column.datum().aim())
                        .distinct()
                        .sorted()
                        .toList(),
                seen.at(home.id(), home.place(), LOOKS));
    }

    /** Who looked; that is a look too. */
    @Transactional
    public List<Seen.Look> looks(Household home, Caller caller) {
        reads.of(caller, Purpose.RIGHTS_DESK, List.of(home.id()));
        return seen.at(home.id(), home.place(), LOOKS);
    }

    /** Names of tables and columns come from our own file; a test holds them against the database. What is sealed comes in clear elsewhere. */
    private List<Map<String, Object>> rows(Table table, UUID household) {
        var columns = table.columns().stream()
                .filter(column -> column.datum() != Datum.SEALED)
                .map(Catalogue.Column::name)
                .collect(Collectors.joining(", "));
        return sql
                .sql("select to_jsonb(t)::text from (select " + columns + " from " + table.name() + " where "
                        + table.by() + " = :household) as t")
                .param("household", household)
                .query(String.class)
                .list()
                .stream()
                .map(row -> json.readValue(row, new TypeReference<Map<String, Object>>() {}))
                .toList();
    }
}
