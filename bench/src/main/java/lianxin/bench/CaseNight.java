package lianxin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lianxin.cases.CaseClock;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The night over all open cases, each of them over its time: once undisturbed, then from the same evening while the process that does it is killed, and its connections cut,
 * again and again. What is there in the morning must be what was there after the undisturbed night, which must be what the rules say, asked in other words; and
 * the questions that look for it must find every fault planted for them.
 */
final class CaseNight {

    static final String OPEN = "stage in ('NEW', 'TRIAGED', 'ASSIGNED', 'RETURNED', 'HANDLING', 'REDO', 'URGED')";

    /** What a night may change, without the minute of it. */
    private static final String STATE =
            "id, stage, level, unit, due_on, yellow_on, red_on, watch, escalate_on, voice, outcome, review_on, version";

    private static final String STEP = "issue, place, household, deed, stage, level, unit, by_whom, words, due_on";

    private final House house;
    private final int kills;
    private final LocalDate today = LocalDate.now(CountyTime.ZONE);

    CaseNight(House house, int kills) {
        this.house = house;
        this.kills = kills;
    }

    /** In a process of its own, on the database its environment names: the night, once. */
    static void strike() throws ClassNotFoundException {
        var own = child();
        var clock = own.getBean(CaseClock.class);
        System.out.println("striking");
        var began = System.nanoTime();
        var moved = clock.night(LocalDate.now(CountyTime.ZONE), own.getBean(Standing.class));
        System.out.printf("struck %s in %.1f s%n", moved, (System.nanoTime() - began) / 1e9);
        System.exit(0);
    }

    private static ConfigurableApplicationContext child() throws ClassNotFoundException {
        return new SpringApplicationBuilder(Class.forName("lianxin.Lianxin"))
                .properties(Map.of(
                        "server.port", "0",
                        "logging.level.root", "error",
                        "spring.main.log-startup-info", "false",
                        "lianxin.imports.dir", "bench/target/cases"))
                .run();
    }

    void pass() throws Exception {
        try (var keeper = house.keeper()) {
            CaseCity.run(
                    keeper, "set session_replication_role = replica"); // the evening is set as no case would come to it
            evening(keeper);
            undisturbed(keeper);
            again(keeper);
            killed(keeper);
            planted(keeper);
        }
    }

    /** Every open case is over its time today, whatever it was before. */
    private void evening(Connection keeper) throws SQLException {
        CaseCity.run(
                keeper,
                "update cases.issue set escalate_on = '%s', paused_on = null, watch = case when watch = 'CITY' then null else watch end where %s"
                        .formatted(today, OPEN));
        CaseCity.run(keeper, "vacuum analyze cases.issue");
        CaseCity.run(keeper, "drop table if exists bench.evening, bench.morning, bench.told, bench.began");
        CaseCity.run(keeper, """
                create table bench.evening as select * from cases.issue
                 where escalate_on is not null or stage in ('REPLIED', 'CALL_BACK', 'CONFIRMED', 'UNANSWERED') or review_on <= '%s'""".formatted(today.plusDays(1)));
        CaseCity.run(keeper, "alter table bench.evening add primary key (id)");
        CaseCity.run(keeper, "vacuum analyze bench.evening");
    }

    private void undisturbed(Connection keeper) throws Exception {
        var child = start();
        var said = new String(child.getInputStream().readAllBytes());
        if (child.waitFor() != 0) {
            throw new IOException("the night did not end: " + said);
        }
        System.out.printf("The night, undisturbed: %s (load average %s)%n", said.strip(), load());
        refuse("undisturbed", faults(keeper));
        CaseCity.run(
                keeper,
                "create table bench.morning as select %s from cases.issue where id in (select id from bench.evening)"
                        .formatted(STATE));
        CaseCity.run(
                keeper,
                "create table bench.told as select %s from cases.step where at > (select at from bench.began)"
                        .formatted(STEP));
    }

    /** The same evening again. */
    private void again(Connection keeper) throws SQLException {
        var columns = CaseCity.texts(keeper, """
                select string_agg(quote_ident(attname) || ' = e.' || quote_ident(attname), ', ') from pg_attribute
                 where attrelid = 'cases.issue'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'
                """).getFirst();
        CaseCity.run(
                keeper,
                "update cases.issue i set %s from bench.evening e where e.id = i.id and e.version <> i.version"
                        .formatted(columns));
        CaseCity.run(keeper, "delete from cases.step where at > (select at from bench.began)");
        CaseCity.run(keeper, "delete from cases.answer where at > (select at from bench.began)");
        CaseCity.run(keeper, "vacuum analyze cases.issue, cases.step, cases.answer");
    }

    private void killed(Connection keeper) throws Exception {
        var chance = new Random(6);
        var log = new ArrayList<String>();
        var done = false;
        for (var n = 0; !done; n++) {
            var child = start();
            var wait = 500 + chance.nextInt(6_000);
            if (n < kills) {
                Thread.sleep(wait);
                if (n % 2 == 0) {
                    child.destroyForcibly().waitFor();
                    log.add("process killed after %d ms".formatted(wait));
                } else {
                    var cut = CaseCity.number(keeper, """
                            select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity where query ~ 'cases\\.issue' and usename = 'lianxin_app' and state <> 'idle'
                            """);
                    log.add("%d connections cut after %d ms".formatted(cut, wait));
                }
            } else {
                System.out.printf(
                        "The night that ends after %s: %s%n",
                        log, new String(child.getInputStream().readAllBytes()).strip());
            }
            done = child.waitFor() == 0;
            log.add("%,d moved so far".formatted(moved(keeper)));
        }
        refuse("killed", faults(keeper));
        refuse("killed", unlike(keeper));
        System.out.printf("Killed and cut: %s%n", log);
        System.out.println("The morning after it is that of the undisturbed night, case by case and step by step.");
    }

    private static long moved(Connection keeper) throws SQLException {
        return CaseCity.number(
                keeper,
                "select count(*) from cases.issue i join bench.evening e using (id) where e.version <> i.version");
    }

    private void refuse(String night, Map<String, Long> faults) {
        faults.forEach((what, times) -> {
            if (times != 0) {
                throw new IllegalStateException("%s: %d × %s".formatted(night, times, what));
            }
        });
    }

    /** What the rules say, in other words than the clock’s. */
    private Map<String, Long> faults(Connection keeper) throws SQLException {
        var questions = new LinkedHashMap<String, String>();
        questions.put("a case over its time that did not go up one level", """
                select count(*) from bench.evening e join cases.issue i using (id)
                 where e.escalate_on <= '%s' and i.watch is distinct from case
                       when e.watch is null and e.unit is not null and e.level in ('TOWNSHIP', 'COUNTY', 'CITY') then e.level
                       when coalesce(e.watch, e.level) = 'VILLAGE' then 'TOWNSHIP' when coalesce(e.watch, e.level) = 'TOWNSHIP' then 'COUNTY' else 'CITY' end
                """.formatted(today));
        questions.put("a case that goes up again before its days, or never", """
                select count(*) from bench.evening e join cases.issue i using (id)
                 where e.escalate_on <= '%s' and (i.watch = 'CITY') <> (i.escalate_on is null) or i.escalate_on <= '%s'
                """.formatted(today, today));
        questions.put("a case moved more or less than once", """
                select count(*) from bench.evening e join cases.issue i using (id)
                 where i.version - e.version <> (e.escalate_on <= '%s' or e.stage = 'REPLIED' and e.due_on < '%s' or e.stage <> i.stage)::int
                """.formatted(today, today));
        questions.put("a case with other than one line of history for what befell it", """
                select count(*) from (select e.id, i.version - e.version as moves, count(s.id) as lines
                  from bench.evening e join cases.issue i using (id) left join cases.step s on s.issue = e.id and s.at > (select at from bench.began)
                 group by 1, 2) one where moves <> lines
                """);
        questions.put("a line of history for a case that nothing befell", """
                select count(*) from cases.step s where at > (select at from bench.began)
                   and not exists (select from bench.evening e join cases.issue i using (id) where e.id = s.issue and i.version <> e.version)
                """);
        questions.put("a silent household without exactly one answer of the clock", """
                select count(*) from bench.evening e
                 where e.stage = 'REPLIED' and e.due_on < '%s'
                   and (select count(*) from cases.answer a where a.issue = e.id and a.at > (select at from bench.began) and a.way = 'CLOCK' and a.round = e.redone) <> 1
                """.formatted(today));
        questions.put("a case that was open before and is another stage’s now", """
                select count(*) from bench.evening e join cases.issue i using (id) where e.%s and i.stage <> e.stage
                """.formatted(OPEN));
        return asked(keeper, questions);
    }

    /** Where this morning is not the undisturbed one. */
    private static Map<String, Long> unlike(Connection keeper) throws SQLException {
        var questions = new LinkedHashMap<String, String>();
        var now = "select %s from cases.issue where id in (select id from bench.evening)".formatted(STATE);
        var told = "select %s from cases.step where at > (select at from bench.began)".formatted(STEP);
        questions.put(
                "a case that is otherwise",
                "select count(*) from ((%1$s except table bench.morning) union all (table bench.morning except %1$s)) as u"
                        .formatted(now));
        questions.put(
                "a line of history that is otherwise",
                "select count(*) from ((%1$s except all table bench.told) union all (table bench.told except all %1$s)) as u"
                        .formatted(told));
        return asked(keeper, questions);
    }

    private static Map<String, Long> asked(Connection keeper, Map<String, String> questions) throws SQLException {
        var answers = new LinkedHashMap<String, Long>();
        for (var question : questions.entrySet()) {
            answers.put(question.getKey(), CaseCity.number(keeper, question.getValue()));
        }
        return answers;
    }

    /** Each fault a killed night might leave, planted, looked for, and taken back. */
    private void planted(Connection keeper) throws SQLException {
        var one =
                "(select issue from cases.step where at > (select at from bench.began) and deed = 'ESCALATED' order by issue limit 1)";
        var bugs = new LinkedHashMap<String, String>();
        bugs.put(
                "a case moved twice",
                "update cases.issue set version = version + 1, watch = 'CITY', escalate_on = null where id = " + one);
        bugs.put(
                "a move without its line",
                "delete from cases.step where issue = " + one + " and at > (select at from bench.began)");
        bugs.put(
                "a line twice",
                "insert into cases.step (id, issue, place, deed, stage, level, by_whom, at) select gen_random_uuid(), issue, place, deed, stage, level, by_whom, at from cases.step where issue = "
                        + one + " and at > (select at from bench.began)");
        bugs.put(
                "a case left over",
                "update cases.issue i set version = e.version, watch = e.watch, escalate_on = e.escalate_on from bench.evening e where e.id = i.id and i.id = "
                        + one);
        keeper.setAutoCommit(false);
        for (var bug : bugs.entrySet()) {
            CaseCity.run(keeper, bug.getValue());
            var found = faults(keeper).entrySet().stream()
                    .filter(f -> f.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            keeper.rollback();
            System.out.printf("planted: %s – %s%n", bug.getKey(), found.isEmpty() ? "NOT FOUND" : "found: " + found);
            if (found.isEmpty()) {
                throw new IllegalStateException("not found: " + bug.getKey());
            }
        }
        keeper.setAutoCommit(true);
    }

    private Process start() throws IOException, SQLException {
        try (var keeper = house.keeper()) {
            CaseCity.run(keeper, "create table if not exists bench.began as select clock_timestamp() as at");
        }
        var command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bench.class.getName(),
                        "cases",
                        "--night"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().putAll(house.settings());
        var process = command.start();
        for (var line = line(process); line != null; line = line(process)) {
            if (line.equals("striking")) {
                return process;
            }
        }
        throw new IOException("a house did not come up");
    }

    /** Byte by byte, so that what is said afterwards is still there to be read. */
    private static @org.jspecify.annotations.Nullable String line(Process process) throws IOException {
        var line = new StringBuilder();
        for (var c = process.getInputStream().read();
                c != '\n';
                c = process.getInputStream().read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static String load() throws IOException {
        return java.nio.file.Files.readString(Path.of("/proc/loadavg")).strip();
    }
}
