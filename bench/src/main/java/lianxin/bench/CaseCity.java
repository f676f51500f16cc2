package lianxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Three years of a city’s cases in the database of a running house: the real villages, invented households, departments and words ({@code cases.sql}). Written in
 * lots by the superuser with triggers silent, since a case of last year does not begin as NEW; the indexes are made again afterwards, as after any such load. What the triggers
 * would have refused is looked for when all is written.
 */
final class CaseCity {

    private static final int LOT = 20_000;

    private final House house;
    private final long cases;
    private final int homes;
    private final double openScale;

    /** @param open how many of them, on average, are open */
    CaseCity(House house, long cases, long open, int homes) {
        this.house = house;
        this.cases = cases;
        this.homes = homes;
        this.openScale = open / (cases * 0.0994); // the share of cases that the curve of ages in cases.sql leaves open
    }

    void fill() throws Exception {
        try (var keeper = silent()) {
            for (var statement : script()) {
                run(keeper, statement);
            }
            var indexes = indexes(keeper);
            for (var index : indexes) {
                run(keeper, "drop index cases." + index.substring(index.indexOf("INDEX ") + 6, index.indexOf(" ON ")));
            }
            lots();
            for (var index : indexes) {
                run(keeper, index);
            }
            run(keeper, "vacuum analyze");
            sound(keeper);
        }
    }

    private List<String> script() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("cases.sql"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":cases", Long.toString(cases))
                    .replace(":homes", Integer.toString(homes))
                    .replace(":open_scale", Double.toString(openScale));
            return List.of(text.split(";\n\n"));
        }
    }

    /** All that is not a key, of the tables that grow. */
    private static List<String> indexes(Connection keeper) throws SQLException {
        var found = new ArrayList<String>();
        try (var sql = keeper.createStatement();
                var rows = sql.executeQuery("""
                        select pg_get_indexdef(i.indexrelid) from pg_index i
                         where i.indrelid in ('cases.issue'::regclass, 'cases.wording'::regclass, 'cases.step'::regclass, 'cases.answer'::regclass) and not i.indisunique
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void lots() throws Exception {
        var next = new AtomicLong(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            var work = new Callable<Void>() {
                @Override
                public Void call() throws Exception {
                    try (var keeper = silent()) {
                        for (var from = next.getAndAdd(LOT); from <= cases; from = next.getAndAdd(LOT)) {
                            run(keeper, "select bench.lot(%d, %d)".formatted(from, Math.min(cases, from + LOT - 1)));
                            if (from / LOT % 10 == 0) {
                                System.err.printf("%,d cases written%n", from);
                            }
                        }
                    }
                    return null;
                }
            };
            for (var done : two.invokeAll(List.of(work, work))) {
                done.get();
            }
        }
    }

    /** What nobody asked while it was written. */
    private static void sound(Connection keeper) throws SQLException {
        for (var wrong : List.of(
                "select count(*) from cases.issue i where household is not null and not exists (select from registry.household h where h.id = i.household and h.place = i.place)",
                "select count(*) from cases.issue i where not exists (select from cases.wording w where w.issue = i.id)",
                "select count(*) from cases.issue i where unit is not null and not exists (select from staff.unit u where u.id = i.unit)",
                "select count(*) from cases.issue i where merged_into is not null and not exists (select from cases.issue o where o.id = i.merged_into)",
                "select count(*) from cases.issue i where not exists (select from cases.edge where after = i.stage) and stage <> 'NEW'",
                "select count(*) from cases.step s where not exists (select from cases.issue i where i.id = s.issue)")) {
            if (number(keeper, wrong) != 0) {
                throw new IllegalStateException("not sound: " + wrong);
            }
        }
    }

    private Connection silent() throws SQLException {
        try {
            var keeper = house.keeper();
            run(keeper, "set session_replication_role = replica");
            run(keeper, "set maintenance_work_mem = '1GB'");
            return keeper;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Connection database, String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    static long number(Connection database, String question) throws SQLException {
        try (var sql = database.createStatement();
                var row = sql.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    static List<String> texts(Connection database, String question) throws SQLException {
        try (var sql = database.createStatement();
                var rows = sql.executeQuery(question)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
