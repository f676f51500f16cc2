package lianxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import lianxin.bench.Looks.Look;
import lianxin.bench.Registers.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole city through the front door: the real server with the database in its box, from empty to a pairing in force and its pages. */
@Command(
        name = "city",
        mixinStandardHelpOptions = true,
        description =
                "the server over HTTP as an office drives it: import, propose, adopt, look; beside plain COPY and bare queries")
final class City implements Callable<Integer> {

    @Option(names = "--scale", defaultValue = "city", description = "${COMPLETION-CANDIDATES}; city unless said")
    private Scale scale = Scale.CITY;

    @Option(names = "--heap", defaultValue = "2g", description = "the server’s heap; 2g unless said")
    private String heap = "2g";

    @Option(names = "--home", defaultValue = "bench/target/city", description = "where it is kept; begun anew")
    private Path home = Path.of("bench/target/city");

    @Option(names = "--import-only", description = "only the workbooks and the plain COPY beside them")
    private boolean importOnly;

    private final List<String> report = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, ExecutionException {
        try {
            measure();
        } finally { // what was measured before something went wrong is told too
            report.forEach(System.out::println);
        }
        return 0;
    }

    private void measure() throws IOException, InterruptedException, SQLException, ExecutionException {
        var registers = new Registers(scale);
        try (var house = new House(home.toAbsolutePath(), heap, House.tellingRequests(home.toAbsolutePath()))) {
            var clerk = new Clerk(house.address());
            try (var plain = new Plain(house.database())) {
                var password = clerk.begin(house.link, "office");
                table("Step", "Seconds", "Beside it, in the same run");
                row("server and database started, nothing kept yet", house.starting, "");
                fill(clerk, registers, plain);
                if (!importOnly) {
                    pair(clerk, plain);
                    pages(house, clerk, plain);
                    walk(house, clerk, password, plain);
                }
            }
            report.add("");
            report.add(
                    "Java process: at most %s MB resident, %d MB of heap after a collection, of %s allowed. %d households, %d cadres, %d units."
                            .formatted(
                                    house.peakMb(),
                                    house.peakHeapMb(),
                                    heap,
                                    scale.households,
                                    scale.cadres,
                                    scale.units));
        }
    }

    private void fill(Clerk clerk, Registers registers, Plain plain)
            throws IOException, InterruptedException, SQLException {
        clerk.post("/region/releases/bundled", Map.of());
        bring(clerk, "UNITS", scale.units, registers.units(home));
        bring(clerk, "CADRES", scale.cadres, registers.cadres(home));
        bring(clerk, "HOUSEHOLDS", scale.households, registers.households(home));
        row(scale.households + " households by plain COPY, no keys", plain.copy("registry.household", ""), "");
        row("the same into the same keys and indexes", plain.copy("registry.household", "including indexes"), "");
    }

    private void bring(Clerk clerk, String roster, int rows, Path file) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var path = clerk.send(roster, file);
        var sent = since(began);
        var checked = clerk.until(path, page -> !page.contains("<progress"));
        if (!checked.contains(path + "/apply")) {
            throw new IOException("not to be applied: " + checked.replaceAll("(?s)<[^>]*>|\\s+", " "));
        }
        row(
                "%d %s as a workbook: sent, read, compared".formatted(rows, roster.toLowerCase(Locale.ROOT)),
                since(began),
                "%s of it for sending %d MB"
                        .formatted(seconds(sent), file.toFile().length() >> 20));
        began = System.nanoTime();
        clerk.post(path + "/apply", Map.of());
        var applied = clerk.until(path, page -> !page.contains("<progress"));
        if (!applied.contains(path + "/undo")) {
            throw new IOException("not applied: " + applied.replaceAll("(?s)<[^>]*>|\\s+", " "));
        }
        row("the same, applied", since(began), "");
    }

    private void pair(Clerk clerk, Plain plain) throws IOException, InterruptedException, SQLException {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var began = System.nanoTime();
        var match = clerk.post("/matchings", Map.of("place", scale.seat, "day", today.toString()));
        var matched = clerk.until(match, page -> !page.contains("<progress"));
        if (!matched.contains(match + "/adopt")) {
            throw new IOException("no match: " + matched.replaceAll("(?s)<[^>]*>|\\s+", " "));
        }
        row("units and villages matched: read, searched, proven, stored", since(began), "");
        began = System.nanoTime();
        clerk.post(match + "/adopt", Map.of("source", "bench"));
        row("the match adopted", since(began), "");
        began = System.nanoTime();
        var run = clerk.post("/proposals", Map.of("place", scale.place, "day", today.toString()));
        var proposed = clerk.until(run, page -> !page.contains("<progress"));
        if (!proposed.contains(run + "/adopt")) {
            throw new IOException("no pairing: " + proposed.replaceAll("(?s)<[^>]*>|\\s+", " "));
        }
        row("proposal: read, solved, proven, stored", since(began), "");
        began = System.nanoTime();
        clerk.post(run + "/adopt", Map.of("place", scale.place));
        row("adoption of every pair, to the commit and the page", since(began), "");
        began = System.nanoTime();
        clerk.page("/overview?place=" + scale.place);
        row("first overview after it", since(began), "");
        clerk.until("/overview?place=" + scale.place, page -> page.contains("户户都有"));
        row("until the overview shows what was adopted", since(began), "");
        row("the same pairs by plain COPY, no keys", plain.copy("pairing.pairing", ""), "");
        row("the same into the same keys and indexes", plain.copy("pairing.pairing", "including indexes"), "");
    }

    private void pages(House house, Clerk clerk, Plain plain)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        report.add("");
        table("Page", "median", "p99", "median, 8 at once", "p99, 8 at once", "bare query");
        var looks = new Looks(house, clerk, plain);
        for (var look : looks(plain)) {
            var seen = looks.at(look);
            report.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            seen.what(),
                            ms(seen.median()),
                            ms(seen.p99()),
                            ms(seen.medianOfMany()),
                            ms(seen.p99OfMany()),
                            ms(seen.bare())));
        }
    }

    /** Every kind of page, as somebody of the office, a township, a unit, and as a cadre. */
    private void walk(House house, Clerk office, String password, Plain plain)
            throws IOException, InterruptedException, SQLException {
        var seen = new Walk(house, office, "office").from("/overview");
        for (var caller : new Neighbours(plain).open()) {
            var clerk = new Clerk(house.address());
            clerk.signIn(caller, password);
            seen.addAll(new Walk(house, clerk, caller).from("/"));
        }
        report.add("");
        report.add("%d kinds of page, %d of them above 100 ms. The slowest:"
                .formatted(
                        seen.size(),
                        seen.stream().filter(s -> s.median() > 100_000).count()));
        report.add("");
        table("Page", "as", "median", "first", "KB");
        for (var page : Walk.slowest(seen, 20)) {
            report.add("| %s | %s | %s | %s | %d |"
                    .formatted(page.path(), page.caller(), ms(page.median()), ms(page.first()), page.kilobytes()));
        }
    }

    private List<Look> looks(Plain plain) throws SQLException {
        var top = List.of(scale.place);
        var counties = plain.texts("select distinct place / 1000000 * 1000000 from registry.household");
        var townships = plain.texts("select distinct place / 1000 * 1000 from registry.household");
        var villages = plain.texts("select distinct place from registry.household");
        var households =
                plain.texts("select id from registry.household tablesample bernoulli (1) repeatable (1) limit 2000");
        var cadres = plain.texts(
                "select distinct cadre from pairing.pairing tablesample bernoulli (1) repeatable (1) limit 2000");
        var runs = plain.texts("select id from proposal.run where state = 'ADOPTED'");
        var village = "select id from registry.household where place = ?::bigint order by id limit 100";
        var contact = "select cadre from pairing.pairing where household = ?::uuid and until = 'infinity'";
        var held = "select household from pairing.pairing where cadre = ?::uuid and until = 'infinity'";
        var below = "select place, households, covered from overview.village where place >= ?::bigint and place < %s";
        return List.of(
                new Look("overview, whole ground", "/overview?place=%s", below.formatted("1000000000000"), top),
                new Look(
                        "overview, county",
                        "/overview?place=%s",
                        below.formatted("1000000000000") + " limit 500",
                        counties),
                new Look(
                        "overview, township",
                        "/overview?place=%s",
                        below.formatted("1000000000000") + " limit 40",
                        townships),
                new Look("overview, village", "/overview?place=%s", village, villages),
                new Look(
                        "coverage, whole ground",
                        "/pairing?place=%s",
                        "select sum(change) from pairing.tally where place >= ?::bigint",
                        top),
                new Look("pairs of a village", "/pairing/villages/%s", village, villages),
                new Look("household", "/households/%s", contact, households),
                new Look("cadre", "/cadres/%s", held, cadres),
                new Look("repair when a cadre leaves", "/repairs/cadre/%s", held, cadres),
                new Look("households, whole ground", "/households?place=%s", village, top),
                new Look(
                        "cadres, whole ground",
                        "/cadres?place=%s",
                        "select id from staff.cadre where place >= ?::bigint order by place, id limit 50",
                        top),
                new Look("proposal", "/proposals/%s", "select place from proposal.village where run = ?::uuid", runs),
                new Look(
                        "proposal, village",
                        "/proposals/" + runs.getFirst() + "/villages/%s",
                        "select households, cadres from proposal.village where run = '" + runs.getFirst()
                                + "' and place = ?::bigint",
                        villages),
                new Look(
                        "proposal, why a household",
                        "/proposals/" + runs.getFirst() + "/households/%s",
                        contact,
                        households),
                new Look(
                        "proposal, its units",
                        "/proposals/%s/units",
                        "select unit, sum(load) from proposal.load where run = ?::uuid group by unit",
                        runs),
                new Look(
                        "search by key",
                        "/search?q=%s-00001",
                        "select id from registry.household where key = ? || '-00001'",
                        villages));
    }

    private void table(String... heads) {
        report.add("| " + String.join(" | ", heads) + " |");
        report.add("|---".repeat(heads.length) + "|");
    }

    private void row(String what, Duration took, String beside) {
        report.add("| %s | %s | %s |".formatted(what, seconds(took), beside));
        System.err.println(report.getLast());
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
    }

    private static String ms(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
    }
}
