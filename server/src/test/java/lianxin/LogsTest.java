package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Abuse case 20: after all other classes, nothing of anybody is in any log of the run: no identity number, no telephone, no name. */
@Order(Integer.MAX_VALUE)
@SpringBootTest
class LogsTest {

    /** All identity numbers of the tests begin with an address that does not exist; telephones are eleven digits. */
    private static final List<Pattern> NUMBERS = List.of(
            Pattern.compile("999999\\d{11}[0-9Xx]"), Pattern.compile("(?<![0-9A-Za-z.-])1[3-9]\\d{9}(?![0-9A-Za-z-])"));

    @Autowired
    JdbcClient sql;

    @Test
    void nothingOfAnybodyIsInAnyLog() throws IOException {
        var names = names();
        var found = new ArrayList<String>();
        for (var log : Logs.all().toList()) {
            found.addAll(hits(log.getFileName().toString(), Files.readString(log, StandardCharsets.UTF_8), names));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsPlantedIsFound() {
        var planted = List.of("id 99999919520607123X", "call 13812345678", "who: " + TwoCounties.CANARY);
        assertThat(planted)
                .allSatisfy(line ->
                        assertThat(hits("", line, Set.of(TwoCounties.CANARY))).isNotEmpty());
    }

    @Test
    void whatTheTerminalShowsIsRead() throws IOException {
        System.out.println("read me");
        assertThat(Logs.all().map(Path::getFileName).map(Path::toString)).contains("terminal.log", "server.log");
        assertThat(Logs.all().findFirst().map(LogsTest::text).orElse("")).contains("read me");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> hits(String file, String text, Collection<String> names) {
        var hits = new ArrayList<String>();
        text.lines()
                .filter(line ->
                        NUMBERS.stream().anyMatch(number -> number.matcher(line).find())
                                || names.stream().anyMatch(line::contains))
                .forEach(line -> hits.add(file + ": " + line));
        return hits;
    }

    /** Whoever is in the tables now, and the canary of the tests that have cleared up after themselves. */
    private Set<String> names() {
        var names = new HashSet<>(Arrays.asList(TwoCounties.CANARY));
        for (var column : List.of("registry.household.head", "staff.cadre.name")) {
            var dot = column.lastIndexOf('.');
            names.addAll(
                    sql.sql("select distinct %s from %s".formatted(column.substring(dot + 1), column.substring(0, dot)))
                            .query(String.class)
                            .list());
        }
        names.removeIf(name -> name.codePointCount(0, name.length()) < 2);
        return names;
    }
}
