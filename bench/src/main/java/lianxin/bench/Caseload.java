package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianxin.bench.House.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A city’s cases of three years, and clerks at work on them: the real server over HTTP with the walls of its database up. What the server itself took for each
 * request, first with the pauses people make, then without any; beside it the same questions asked of the same tables by their owner, whom no wall stops. Then the night
 * ({@link CaseNight}).
 */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = "64 clerks at work on two million cases, and the nightly escalation, killed and undisturbed")
final class Caseload implements Callable<Integer> {

    @Option(names = "--cases", defaultValue = "2000000", description = "${DEFAULT-VALUE} unless said")
    private long cases;

    @Option(names = "--open", defaultValue = "200000", description = "of them open; ${DEFAULT-VALUE} unless said")
    private long open;

    @Option(names = "--homes", defaultValue = "100", description = "households a village; ${DEFAULT-VALUE} unless said")
    private int homes;

    @Option(names = "--clerks", defaultValue = "64", description = "at once; ${DEFAULT-VALUE} unless said")
    private int clerks;

    @Option(names = "--seconds", defaultValue = "120", description = "length of a round; ${DEFAULT-VALUE} unless said")
    private int seconds;

    @Option(
            names = "--warm",
            defaultValue = "90",
            description = "seconds before the first round; ${DEFAULT-VALUE} unless said")
    private int warm;

    @Option(names = "--heap", defaultValue = "2g", description = "the server’s heap; 2g unless said")
    private String heap = "2g";

    @Option(names = "--kills", defaultValue = "6", description = "of the night; ${DEFAULT-VALUE} unless said")
    private int kills;

    @Option(names = "--home", defaultValue = "bench/target/cases", description = "where it is kept; begun anew")
    private Path home = Path.of("bench/target/cases");

    @Option(
            names = "--again",
            description = "on the cases that the run before has left there; brought up to today’s schema")
    private boolean again;

    @Option(names = "--only", description = "${COMPLETION-CANDIDATES}; all unless said")
    private Part only = Part.ALL;

    @Option(names = "--night", hidden = true)
    private boolean night;

    private enum Part {
        ALL,
        FILL,
        DAY,
        NIGHT
    }

    private static final Pattern DEED = Pattern.compile("/cases/[0-9a-f-]{36}/(assign|accept|reply)");
    private static final Pattern ONE = Pattern.compile("/cases/[0-9a-f-]{36}");
    private static final Pattern LIST = Pattern.compile("/cases\\?view=([A-Z]+)&as=(\\w+)");
    private static final Pattern SEARCH = Pattern.compile("/cases\\?q=.*&as=(\\w+)");

    @Override
    public Integer call() throws Exception {
        if (night) {
            CaseNight.strike();
            return 0;
        }
        System.out.printf("Load average before it: %s%n", load());
        var where = home.toAbsolutePath();
        try (var house = new House(where, heap, !again, House.tellingRequests(where))) {
            var kept = where.resolve("password");
            if (!again) {
                var office = new Clerk(house.address());
                Files.writeString(kept, office.begin(house.link, "office"));
                office.post("/region/releases/bundled", Map.of());
                var began = System.nanoTime();
                new CaseCity(house, cases, open, homes).fill();
                System.out.printf("Written in %d s.%n", (System.nanoTime() - began) / 1_000_000_000);
            }
            try (var keeper = house.keeper()) { // who made the script’s tables
                CaseCity.run(keeper, "grant usage on schema bench to lianxin");
                CaseCity.run(keeper, "grant select on all tables in schema bench to lianxin");
            }
            try (var owner = house.database()) {
                System.out.printf(
                        "%,d cases, %,d open, %,d steps, %,d households, %s MB of tables and indexes.%n",
                        CaseCity.number(owner, "select count(*) from cases.issue"),
                        CaseCity.number(owner, "select count(*) from cases.issue where " + CaseNight.OPEN),
                        CaseCity.number(owner, "select count(*) from cases.step"),
                        CaseCity.number(owner, "select count(*) from registry.household"),
                        CaseCity.number(
                                owner,
                                "select sum(pg_total_relation_size(c.oid)) / 1000000 from pg_class c where relnamespace = 'cases'::regnamespace and relkind = 'r'"));
                if (only == Part.ALL || only == Part.DAY) {
                    day(house, owner, Files.readString(kept));
                }
                if (only == Part.ALL || only == Part.NIGHT) {
                    new CaseNight(house, kills).pass();
                }
            }
        }
        return 0;
    }

    private void day(House house, Connection owner, String password) throws Exception {
        var people = new ArrayList<CaseClerk>();
        for (var post : posts(owner)) {
            var clerk = new Clerk(house.address());
            clerk.signIn(account(owner, post), password);
            people.add(new CaseClerk(clerk, post.role, words(owner, post), people.size()));
        }
        round(people, warm, 200);
        System.out.println("| Load | Deed | times | p50, ms | p95 | p99 | most |");
        System.out.println("|---".repeat(7) + "|");
        measured(house, people, "2 to 5 s between two deeds", 3_500);
        measured(house, people, "no pause", 0);
        peers(owner);
    }

    private void measured(House house, List<CaseClerk> people, String what, int pause) throws Exception {
        var from = house.answered();
        var spent = house.spent();
        round(people, seconds, pause);
        var busy = house.spent().minus(spent).toMillis() / 1_000.0 / seconds;
        var found = house.requests(from);
        var by = new TreeMap<String, List<Long>>();
        for (var request : found) {
            if (request.status() >= 500) {
                throw new IOException("not answered: " + request);
            }
            names(request)
                    .forEach(name ->
                            by.computeIfAbsent(name, _ -> new ArrayList<>()).add(request.took()));
        }
        by.forEach((name, times) -> System.out.printf(
                "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f |%n",
                what,
                name,
                times.size(),
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99),
                Collections.max(times) / 1e3));
        System.out.printf(
                "%n%s: %d clerks, %.1f requests/s, the server’s CPU %.2f of %d, load average afterwards %s (its own included).%n%n",
                what,
                people.size(),
                found.size() / (double) seconds,
                busy,
                Runtime.getRuntime().availableProcessors(),
                load());
    }

    private static List<String> names(Request request) {
        var list = LIST.matcher(request.path());
        var search = SEARCH.matcher(request.path());
        var deed = DEED.matcher(request.path());
        if (list.matches()) {
            return list.group(1).equals("MINE")
                    ? List.of("queue, all", "queue, " + list.group(2))
                    : List.of("view, all", "view " + list.group(1));
        }
        if (search.matches()) {
            return List.of("search, all", "search, " + search.group(1));
        }
        if (deed.matches()) {
            return List.of("deed, all", "deed: " + deed.group(1));
        }
        return ONE.matcher(request.path()).matches() ? List.of("one case") : List.of();
    }

    private static double at(List<Long> times, double share) {
        return times.stream().sorted().toList().get((int) (times.size() * share)) / 1e3;
    }

    /** Everybody at once; between two deeds as long as {@code pause} milliseconds, give or take three sevenths of it. */
    private void round(List<CaseClerk> people, int seconds, int pause) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(people.stream()
                    .map(one -> (Callable<Void>) () -> {
                        Thread.sleep(
                                pause == 0 ? 0 : ThreadLocalRandom.current().nextInt(pause));
                        while (System.nanoTime() < end) {
                            one.work();
                            Thread.sleep(
                                    pause == 0
                                            ? 0
                                            : pause * 4 / 7
                                                    + ThreadLocalRandom.current()
                                                            .nextInt(pause * 6 / 7));
                        }
                        return null;
                    })
                    .toList())) {
                done.get();
            }
        }
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).strip().replaceAll(" \\S+ \\S+$", "");
    }

    // ---- Who sits there ---------------------------------------------------------------------------------------------

    private record Post(String login, String role, String lo, String hi, String unit) {}

    /** Three eighths handlers (the busiest departments among them), as many townships and a few more, the rest offices of counties, and two of the city. */
    private List<Post> posts(Connection owner) throws SQLException {
        var handlers = clerks * 3 / 8;
        var city = Math.max(1, clerks / 32);
        var counties = clerks * 3 / 16;
        var townships = clerks - handlers - city - counties;
        var units = CaseCity.texts(owner, """
                (select unit || ' ' || u.place from cases.issue i join bench.unit u on u.id = i.unit where i.%s group by 1 order by count(*) desc limit 4)
                union all (select id || ' ' || place from bench.unit order by md5(id::text) limit 200)
                """.formatted(CaseNight.OPEN));
        var grounds = CaseCity.texts(
                owner,
                "select c from (select distinct code / 1000 * 1000 as c from bench.village) as t order by md5(c::text)");
        var seats = CaseCity.texts(
                owner,
                "select c from (select distinct code / 1000000 * 1000000 as c from bench.village) as t order by md5(c::text)");
        return Stream.of(
                        IntStream.range(0, handlers).mapToObj(i -> {
                            var unit = units.get(i % units.size()).split(" ");
                            return post("HANDLER", i, Long.parseLong(unit[1]), "'" + unit[0] + "'");
                        }),
                        IntStream.range(0, townships)
                                .mapToObj(i ->
                                        post("TOWNSHIP", i, Long.parseLong(grounds.get(i % grounds.size())), "null")),
                        IntStream.range(0, counties)
                                .mapToObj(i -> post("OFFICE", i, Long.parseLong(seats.get(i % seats.size())), "null")),
                        IntStream.range(0, city).mapToObj(i -> post("CITY", i, 370800000000L, "null")))
                .flatMap(s -> s)
                .toList();
    }

    private static Post post(String role, int i, long place, String unit) {
        var size = place % 100_000_000 == 0 ? 100_000_000 : place % 1_000_000 == 0 ? 1_000_000 : 1_000;
        return new Post(
                "%s%d".formatted(role.toLowerCase(java.util.Locale.ROOT), i),
                role,
                Long.toString(place),
                Long.toString(place + size),
                unit);
    }

    /** Opened with the office’s password unless there is one already. */
    private static String account(Connection owner, Post post) throws SQLException {
        CaseCity.run(owner, """
                with opened as (
                    insert into access.account (id, login, password, name)
                    select gen_random_uuid(), '%1$s', password, '%1$s' from access.account where login = 'office' and not exists (select from access.account where login = '%1$s')
                    returning id
                )
                insert into access.mandate (id, account, role, lo, hi, unit, kind, since, reason, given_by)
                select gen_random_uuid(), id, '%2$s', %3$s, %4$s, %5$s, 'REGULAR', now(), 'bench', (select id from access.account where login = 'office') from opened
                """.formatted(
                        post.login,
                        post.role.equals("CITY") ? "OFFICE" : post.role,
                        post.lo,
                        post.hi,
                        post.unit.equals("null") ? "null::uuid" : post.unit + "::uuid"));
        return post.login;
    }

    /** Pairs of characters as they come in what was said on one’s ground: the frequent ones as often as people hear them. */
    private static List<String> words(Connection owner, Post post) throws SQLException {
        return CaseCity.texts(owner, """
                select (select p from unnest(pairs) p order by md5(id::text || p) limit 1)
                  from (select id, cases.pairs(words) as pairs from cases.issue i
                         where place >= %s and place < %s and (%s is null or unit = %s)
                         order by heard_at desc limit 400) i
                 where cardinality(pairs) > 0
                """.formatted(
                        post.lo,
                        post.hi,
                        post.unit.equals("null") ? "null::uuid" : post.unit + "::uuid",
                        post.unit.equals("null") ? "null::uuid" : post.unit + "::uuid"));
    }

    // ---- Without walls ----------------------------------------------------------------------------------------------

    private record Peer(String what, String question, List<String> arguments) {}

    /** The questions alone, by one connection of the owner: no wall, no page, no line in the record. */
    private static void peers(Connection owner) throws SQLException {
        var units = CaseCity.texts(owner, "select id from bench.unit order by md5(id::text)");
        var townships = CaseCity.texts(
                owner,
                "select c from (select distinct code / 1000 * 1000 as c from bench.village) as t order by md5(c::text)");
        var ids = CaseCity.texts(
                owner,
                "select id from cases.issue tablesample bernoulli (0.5) repeatable (1) order by md5(id::text) limit 400");
        var words = CaseCity.texts(owner, """
                select (select p from unnest(cases.pairs(words)) p order by md5(id::text || p) limit 1)
                  from cases.issue tablesample bernoulli (0.5) repeatable (2) where length(words) > 4 limit 200
                """);
        System.out.println("| The question alone, by the owner, one connection | p50, ms | p99 |");
        System.out.println("|---|---|---|");
        for (var peer : List.of(
                new Peer(
                        "a handler’s queue",
                        "select * from cases.issue i where unit = ?::uuid and %s order by due_on nulls last, id limit 200"
                                .formatted(CaseNight.OPEN),
                        units),
                new Peer(
                        "a township’s queue",
                        "select * from cases.issue i where level = 'TOWNSHIP' and unit is null and place between ?::bigint and ?::bigint + 999 and %s order by due_on nulls last, id limit 200"
                                .formatted(CaseNight.OPEN),
                        townships),
                new Peer("one case", "select * from cases.issue where id = ?::uuid", ids),
                new Peer("its steps", "select * from cases.step where issue = ?::uuid order by at, id", ids),
                new Peer(
                        "search, whole city, like",
                        "select * from cases.issue where words like '%' || ? || '%' order by heard_at desc limit 200",
                        words.subList(0, 10)))) {
            var places = peer.question.chars().filter(c -> c == '?').count();
            var took = new long[Math.min(200, Math.max(20, peer.arguments.size()))];
            try (var sql = owner.prepareStatement(peer.question)) {
                for (var n = 0; n < took.length; n++) {
                    var began = System.nanoTime();
                    for (var p = 1; p <= places; p++) {
                        sql.setString(p, peer.arguments.get(n % peer.arguments.size()));
                    }
                    try (var rows = sql.executeQuery()) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                    }
                    took[n] = System.nanoTime() - began;
                }
            }
            Arrays.sort(took);
            System.out.printf(
                    "| %s | %.1f | %.1f |%n",
                    peer.what, took[took.length / 2] / 1e6, took[(int) (took.length * 0.99)] / 1e6);
        }
        System.out.println();
    }
}
