package lianxin.bench;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import lianxin.embedded.Database;
import lianxin.embedded.Keeping;
import lianxin.embedded.Settings;
import lianxin.scope.Plans;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the walls of the database cost: the questions behind the pages, asked in turn by the owner, whose policy is {@code true}, and by the application's
 * role, whose rows the policies choose. The owner's question carries the same range in its {@code where}, as ours do.
 */
@Command(
        name = "walls",
        mixinStandardHelpOptions = true,
        description = "row-level security beside the same questions without it")
final class Walls implements Callable<Integer> {

    private static final long WARM = 20;

    @Option(
            names = "--counties",
            defaultValue = "5",
            description = "of 20,000 households each; 5 unless said, 100 for two million")
    private int counties = 5;

    @Option(
            names = "--times",
            defaultValue = "300",
            description = "how often each question is asked each way; 300 unless said")
    private int times = 300;

    @Option(names = "--home", defaultValue = "bench/target/walls", description = "where it is kept; begun anew")
    private Path home = Path.of("bench/target/walls");

    @Option(
            names = "--again",
            description = "asks the households that the run before has left there; brought up to today’s schema")
    private boolean again;

    private static final String STANDING = """
            select set_config('app.lo', ?, true), set_config('app.hi', ?, true), set_config('app.narrow', ?, true),
                   set_config('app.unit', ?, true), set_config('app.cadre', ?, true)""";

    /** A question; {@code narrow}: asked by a cadre, else by the county's office. Its parameters are named by {@link Asking}. */
    private record Question(String what, boolean narrow, String sql) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "a household",
                    false,
                    "select id, key, head, needs, size from registry.household where id = :household"),
            new Question("its contact", false, """
                    select cadre, since, reason from pairing.pairing where household = :household and until = 'infinity'"""),
            new Question("fifty households of a village", false, """
                    select id, key, head, needs, size from registry.household
                     where place = :village and since <= current_date and current_date < until order by place, id limit 50"""),
            new Question("what a cadre holds", false, """
                    select household, since, place from pairing.pairing
                     where cadre = :cadre and since <= current_date and current_date < until order by household limit 100"""),
            new Question("who has two characters in his name, in a county", false, """
                    select id, key, head, place from registry.household
                     where since <= current_date and current_date < until and id in (
                           (select id from registry.household
                             where head ~>=~ :words and head ~<~ :beyond and place >= :lo and place < :hi and until > current_date limit 20)
                           union
                           (select id from registry.household
                             where given ~>=~ :words and given ~<~ :beyond and place >= :lo and place < :hi and until > current_date limit 20))
                     order by head <> :words, place, id limit 20"""),
            new Question("figures of a county's villages", false, """
                    select village, place, households, covered from overview.village where place >= :lo and place < :hi order by place"""),
            new Question("families of a county's villages", false, """
                    select place, sum(change) from registry.household_tally
                     where place >= :lo and place < :hi and day <= current_date group by place having sum(change) > 0 order by place"""),
            new Question("all 20,000 pairs of a county, counted by cadre", false, """
                    select cadre, count(*) from pairing.pairing
                     where place >= :lo and place < :hi and since <= current_date and current_date < until group by cadre"""),
            new Question("a cadre's own households", true, """
                    select id, key, head, needs, size from registry.household
                     where id = any(array(select household from pairing.pairing where cadre = :cadre and until > current_date))"""));

    /** What a question asks about: everything of one county, at random. */
    private record Asking(long county, long village, UUID household, UUID cadre, String words) {

        static Asking random(Random random, int counties) {
            long county = 1 + random.nextInt(counties);
            long lo = 900_000_000_000L + county * 1_000_000;
            long village = lo + (1 + random.nextInt(20)) * 1_000L + 200 + random.nextInt(10);
            var head = name(random.nextInt(1_000), random.nextInt(20));
            return new Asking(
                    lo,
                    village,
                    md5("h%d-%d".formatted(village, random.nextInt(100))),
                    md5("c%d-%d".formatted(lo, random.nextInt(667))),
                    head);
        }

        /** As PostgreSQL’s {@code md5(text)::uuid}. */
        private static UUID md5(String text) {
            try {
                var hash = ByteBuffer.wrap(
                        MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
                return new UUID(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String name(int given, int surname) {
            return Character.toString(0x738B + surname) + Character.toString(0x4E00 + given % 60);
        }

        /** Its facts by the names the questions use. */
        Map<String, Object> facts() {
            return Map.of(
                    "household", household,
                    "village", village,
                    "cadre", cadre,
                    "words", words,
                    "beyond", words + "\uFFFF",
                    "lo", county,
                    "hi", county + 1_000_000);
        }

        /** What the house says at the beginning of a transaction. */
        Object[] standing(boolean narrow) {
            return new Object[] {
                Long.toString(county),
                Long.toString(county + 1_000_000),
                narrow ? "y" : "",
                "",
                narrow ? cadre.toString() : ""
            };
        }
    }

    @Override
    public Integer call() throws SQLException {
        try (var box = Database.start(
                        home.toAbsolutePath(),
                        new Settings("walls", null, !again, Map.of()),
                        Keeping.DURABLE,
                        System.err::println);
                var owner = open(box, box.way().owner(), box.way().ownerPassword());
                var house = open(box, box.way().user(), box.way().password())) {
            Flyway.configure()
                    .dataSource(box.way().url(), box.way().owner(), box.way().ownerPassword())
                    .placeholders(Map.of("application", box.way().user()))
                    .load()
                    .migrate();
            if (!again) {
                fill(owner);
            }
            System.out.printf(
                    "%,d households. Medians of %d, microseconds, beginning and end of the transaction included.%n%n",
                    counties * 20_000, times);
            System.out.println(
                    "| Question | Without | Without, but saying who asks | With walls | Walls alone | All together |");
            System.out.println("|---|---|---|---|---|---|");
            for (var question : QUESTIONS) {
                measure(question, owner, house);
            }
        }
        return 0;
    }

    private static Connection open(Database box, String user, String password) throws SQLException {
        return DriverManager.getConnection(box.way().url(), user, password);
    }

    private void measure(Question question, Connection owner, Connection house) throws SQLException {
        var random = new Random(7);
        var took = new long[3][times];
        for (long n = -WARM; n < times; n++) {
            var asking = Asking.random(random, counties);
            int at = (int) Math.max(0, n);
            took[0][at] = ask(owner, null, question, asking);
            took[1][at] = ask(owner, asking.standing(question.narrow()), question, asking);
            took[2][at] = ask(house, asking.standing(question.narrow()), question, asking);
        }
        var median = Arrays.stream(took)
                .mapToLong(all -> Arrays.stream(all).sorted().toArray()[times / 2])
                .toArray();
        System.out.printf(
                "| %s | %d | %d | %d | %.2f | %.2f |%n",
                question.what(),
                median[0],
                median[1],
                median[2],
                (double) median[2] / median[1],
                (double) median[2] / median[0]);
    }

    /** Microseconds for one transaction that says who asks and asks, through prepared statements as the house’s own. */
    private static long ask(Connection connection, Object @Nullable [] standing, Question question, Asking asking)
            throws SQLException {
        connection.setAutoCommit(false);
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        var sql = new NamedParameterJdbcTemplate(
                new JdbcTemplate(new SingleConnectionDataSource(planned(connection), true)));
        long began = System.nanoTime();
        if (standing != null) {
            jdbc.queryForList(STANDING, standing);
        }
        var found = sql.query(question.sql(), asking.facts(), (row, _) -> row.getObject(1))
                .size();
        connection.commit();
        long took = (System.nanoTime() - began) / 1_000;
        if (found == 0 && !question.sql().contains("~>=~")) {
            throw new IllegalStateException("nothing found: " + question.what());
        }
        return took;
    }

    /** The connection, with statements planned as the house has them planned. */
    private static Connection planned(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Walls.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    var answer = method.invoke(connection, arguments);
                    if (answer instanceof PreparedStatement statement && arguments[0] instanceof String sql) {
                        Plans.choose(statement, sql);
                    }
                    return answer;
                });
    }

    /** Counties of 20 townships of 10 villages of 100 households, each with a contact. */
    private void fill(Connection owner) throws SQLException {
        owner.setAutoCommit(true);
        try (var sql = owner.createStatement()) {
            for (long county = 1; county <= counties; county++) {
                long lo = 900_000_000_000L + county * 1_000_000;
                for (var statement : ONE_COUNTY.split(";\n")) {
                    sql.execute(statement.replace(":lo", Long.toString(lo)));
                }
                System.err.printf("%d of %d counties written%n", county, counties);
            }
            sql.execute("vacuum analyze");
        }
    }

    private static final String ONE_COUNTY = """
            insert into region.division (id, level)
            select md5('v' || :lo + t * 1000 + 200 + v)::uuid, 'VILLAGE' from generate_series(1, 20) t, generate_series(0, 9) v;
            insert into staff.unit (id, key, name, level, kind, place, since)
            values (md5('u' || :lo)::uuid, 'U' || :lo, '某局', 'COUNTY', 'GOVERNMENT', :lo, '2020-01-01');
            insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
            select md5('c' || :lo || '-' || n)::uuid, 'C' || :lo || '-' || n, md5('u' || :lo)::uuid, :lo, '李某', 'lm', '科员', 'STAFF', '2020-01-01'
              from generate_series(0, 666) n;
            insert into registry.household (id, key, village, place, head, initials, size, since)
            select md5('h' || place || '-' || n)::uuid, 'H' || place || '-' || n, md5('v' || place)::uuid, place,
                   chr(29579 + abs(hashtext(place || 'a' || n)) % 20) || chr(19968 + abs(hashtext(place || 'b' || n)) % 60)
                       || chr(19968 + abs(hashtext(place || 'c' || n)) % 60), 'x', 3, '2020-01-01'
              from (select :lo + t * 1000 + 200 + v as place from generate_series(1, 20) t, generate_series(0, 9) v) p, generate_series(0, 99) n
             order by place, n;
            insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
            select h.id, '2020-02-01', md5('c' || :lo || '-' || row_number() over (order by h.place, h.id) % 667)::uuid, h.place, 'PLAN_ADOPTED', h.id
              from registry.household h where h.place >= :lo and h.place < :lo + 1000000;
            insert into overview.village (village, place, households, covered, computed_at)
            select md5('v' || :lo + t * 1000 + 200 + v)::uuid, :lo + t * 1000 + 200 + v, 100, 100, now()
              from generate_series(1, 20) t, generate_series(0, 9) v
            """;
}
