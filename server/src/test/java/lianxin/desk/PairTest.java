package lianxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as somebody at a desk gives it, on the files of the example. */
class PairTest {

    @TempDir
    Path desk;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private String out = "pairs.csv";
    private String files = ".csv";

    @BeforeEach
    void theExample() {
        assertThat(run(Locale.ENGLISH, "--example", desk.toString())).isZero();
    }

    @Test
    void pairsProvesAndExplains() throws IOException {
        assertThat(pair()).isZero();
        assertThat(lines("pairs.csv")).hasSize(lines("households.csv").size());
        assertThat(said()).contains("99 households have one contact each").contains("Proven:");

        assertThat(pair("--check")).isZero();
        assertThat(said()).startsWith("Proven:");

        var household = lines("pairs.csv").get(5).split(",", -1);
        assertThat(pair("--explain", household[0])).isZero();
        assertThat(said())
                .startsWith(household[0] + " has " + household[1] + ":")
                .contains("Next best:", "exactly", household[0] + ": from " + household[1] + " to ");
    }

    @Test
    void saysHowFarItIs() {
        pair();
        assertThat(told()).contains("households.csv", "Grouping", "Placing", "Naming");
    }

    @Test
    void fewVillagesForEachCadreWithinAProvenDistance() throws IOException {
        assertThat(pair("--most-villages", "1")).isZero();
        assertThat(said()).contains("At most 1 village for each cadre");
        var pairs = lines("pairs.csv");
        assertThat(pair("--most-villages", "1", "--check")).isZero();
        assertThat(said()).startsWith("Checked:");
        var household = pairs.get(5).split(",", -1);
        assertThat(pair("--most-villages", "1", "--explain", household[0])).isZero();
        assertThat(said()).startsWith(household[0] + " has " + household[1] + ":");

        pair();
        assertThat(pair("--most-villages", "1", "--check"))
                .as("whoever goes where the way is shortest goes to several villages")
                .isEqualTo(Pair.UNPROVEN);
        assertThat(lines("pairs.csv")).isNotEqualTo(pairs);
    }

    @Test
    void workbooksDoAsWell() throws IOException {
        pair();
        var pairs = lines("pairs.csv");
        for (var name : List.of("villages", "units", "cadres", "households")) {
            asWorkbook(name);
        }
        files = ".xlsx";
        out = "pairs.xlsx";
        assertThat(pair()).isZero();
        assertThat(pair("--check")).isZero();
        out = "pairs.csv";
        assertThat(pair("--check")).as("the same answer as from the text files").isZero();
        assertThat(pair()).isZero();
        assertThat(lines("pairs.csv")).isEqualTo(pairs);
    }

    private void asWorkbook(String name) throws IOException {
        try (var file = Files.newOutputStream(desk.resolve(name + ".xlsx"));
                var workbook = new Workbook(file, "lianxin", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            int row = 0;
            for (var line : lines(name + ".csv")) {
                var cells = line.replace("\uFEFF", "").split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(row, i, cells[i]);
                }
                row++;
            }
        }
    }

    @Test
    void speaksChinese() {
        assertThat(run(Locale.CHINA, files())).isZero();
        assertThat(said()).contains("99 户各有一名联系人", "已证明");
    }

    @Test
    void sameFilesSameAnswer() throws IOException {
        pair();
        var first = Files.readAllBytes(desk.resolve("pairs.csv"));
        var proof = Files.readAllBytes(desk.resolve("cert.bin"));
        pair();
        assertThat(Files.readAllBytes(desk.resolve("pairs.csv"))).isEqualTo(first);
        assertThat(Files.readAllBytes(desk.resolve("cert.bin"))).isEqualTo(proof);
    }

    @Test
    void aPairChangedByHandIsFound() throws IOException {
        pair();
        var pairs = lines("pairs.csv");
        var one = pairs.get(1).split(",", -1);
        var other = pairs.stream()
                .skip(2)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[2].equals(one[2]) && !cells[1].equals(one[1]))
                .findFirst()
                .orElseThrow();
        pairs.set(1, one[0] + "," + other[1]);
        Files.write(desk.resolve("pairs.csv"), pairs);
        assertThat(pair("--check")).isEqualTo(Pair.UNPROVEN);
        assertThat(told()).contains("Not proven.");
        assertThat(pair("--explain", one[0])).isEqualTo(Pair.UNPROVEN);

        pairs.remove(1);
        Files.write(desk.resolve("pairs.csv"), pairs);
        assertThat(pair("--check")).isEqualTo(Pair.UNPROVEN);
        assertThat(told()).contains("Household " + one[0] + " has no contact.");
    }

    @Test
    void aBentProofIsFound() throws IOException {
        pair();
        var proof = Files.readAllBytes(desk.resolve("cert.bin"));
        var bent = proof.clone();
        bent[15]++; // the price it claims
        Files.write(desk.resolve("cert.bin"), bent);
        assertThat(pair("--check")).isEqualTo(Pair.UNPROVEN);
        Files.write(desk.resolve("cert.bin"), Arrays.copyOf(proof, proof.length - 8));
        assertThat(pair("--check")).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-proof-of-another)");
        Files.writeString(desk.resolve("cert.bin"), "not a proof, but long enough for one");
        assertThat(pair("--check")).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-no-proof)");
    }

    /** One line is put below a file; the refusal names file, cell, what and what to do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            households.csv | 新户,无此村,一般,,,            | households.csv B101 村: Nothing is called “无此村”
            households.csv | 柳河01,柳河村,一般,,,          | households.csv A101 户: “柳河01” was on a line before
            households.csv | 新户,柳河村,神仙,,,            | households.csv C101 类别: The rules have no class “神仙”
            households.csv | 新户,柳河村,一般,某人,,        | households.csv D101 上年联系人: Nothing is called “某人”
            households.csv | 新户,柳河村,一般,,某人,        | households.csv E101 回避: Nothing is called “某人”
            households.csv | 新户,柳河村,一般,,民政局1号,民政局1号 | households.csv F101 指定: “民政局1号” is both pinned and excluded
            households.csv | 新户,,一般,,,                  | households.csv B101 村: Nothing is filled in
            cadres.csv     | 新人,民政局,0,0,-3,5,9,        | cadres.csv E18 最少户数: -3 is out of range
            cadres.csv     | 新人,民政局,0,0,9,9,3,         | cadres.csv G18 最多户数: 3 at most is fewer than 9 at least
            cadres.csv     | 新人,民政局,0,0,3,20,9,        | cadres.csv F18 目标户数: The target 20 is not between 3 and 9
            cadres.csv     | 新人,无此局,0,0,3,5,9,         | cadres.csv B18 单位: Nothing is called “无此局”
            cadres.csv     | 新人,民政局,x,0,3,5,9,         | cadres.csv C18 东向米: “x” is not a whole number
            cadres.csv     | 新人,民政局,39500000,0,3,5,9,  | cadres.csv C18 东向米: 39500000 is out of range
            units.csv      | 新局,无此村                    | units.csv B6 包联村: Nothing is called “无此村”
            villages.csv   | 柳河村,0,0                     | villages.csv A8 村: “柳河村” was on a line before
            """)
    void badRowsAreRefusedWithTheirPlace(String file, String line, String refusal) throws IOException {
        Files.writeString(desk.resolve(file), Files.readString(desk.resolve(file)) + line + "\n");
        assertThat(pair()).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains(refusal).contains("nothing was computed");
        assertThat(desk.resolve("pairs.csv")).doesNotExist();
    }

    @Test
    void allBadRowsAreToldAtOnce() throws IOException {
        var line = "没有这户的村,无此村,一般,,,\n";
        Files.writeString(
                desk.resolve("households" + files), Files.readString(desk.resolve("households.csv")) + line + line);
        Files.writeString(
                desk.resolve("villages" + files), Files.readString(desk.resolve("villages.csv")) + "新村,a,b\n");
        assertThat(pair()).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("B101", "B102", "A102", "B8", "C8", "5 cells cannot be used");
    }

    @Test
    void pricesThatCouldOverflowAreRefused() throws IOException {
        rules("overload: 60", "overload: 1000000");
        var cadres = lines("cadres.csv");
        cadres.add("某人,民政局,0,0,0,0,1000000,");
        Files.write(desk.resolve("cadres" + files), cadres);
        var households = lines("households.csv");
        for (int i = 0; i < 60_000; i++) {
            households.add("多" + i + ",北塘村,一般,,,");
        }
        Files.write(desk.resolve("households" + files), households);
        assertThat(pair()).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-prices-too-large)");
    }

    @Test
    void rulesMustNameTheirDayAndSource() throws IOException {
        rules("effective: 2026-01-01\n", "");
        assertThat(pair()).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-rules-unreadable)", "“effective”");
        rules("overload: 60", "overload: -1");
        assertThat(pair()).isEqualTo(Pair.REFUSED);
    }

    @Test
    void theBottleneckIsToldByName() throws IOException {
        var households = lines("households.csv");
        for (int i = 0; i < 100; i++) {
            households.add("多" + i + ",柳河村,一般,,,");
        }
        Files.write(desk.resolve("households" + files), households);
        assertThat(pair()).isEqualTo(Pair.INFEASIBLE);
        assertThat(told()).contains("Too few places", "柳河村", "raise the upper limit of");
        assertThat(desk.resolve("pairs.csv")).doesNotExist();
    }

    @Test
    void aVillageWithoutAUnitIsToldByName() throws IOException {
        Files.writeString(
                desk.resolve("villages" + files), Files.readString(desk.resolve("villages.csv")) + "孤村,9000,9000\n");
        Files.writeString(
                desk.resolve("households" + files),
                Files.readString(desk.resolve("households.csv")) + "孤01,孤村,一般,,,\n");
        assertThat(pair()).isEqualTo(Pair.INFEASIBLE);
        assertThat(told()).contains("Nobody may take 1 household. Villages: 孤村.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(desk.resolve("units.csv"));
        assertThat(pair()).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-no-such-file)", "units.csv does not exist");
    }

    @Test
    void anUnknownHouseholdIsNotExplained() {
        pair();
        assertThat(pair("--explain", "无此户")).isEqualTo(Pair.REFUSED);
        assertThat(told()).contains("(desk-no-such-household)");
    }

    @Test
    void aWrongCommandShowsTheUsage() {
        assertThat(run(Locale.ENGLISH, "--villages", "x")).isEqualTo(2);
        assertThat(told()).contains("The option --out is missing", "Usage: ./lianxin pair");
        assertThat(run(Locale.ENGLISH, "--nonsense")).isEqualTo(2);
    }

    private int pair(String... more) {
        var all = new ArrayList<>(List.of(files()));
        all.addAll(List.of(more));
        return run(Locale.ENGLISH, all.toArray(String[]::new));
    }

    private String[] files() {
        return new String[] {
            "--villages=" + desk.resolve("villages" + files),
            "--units=" + desk.resolve("units" + files),
            "--cadres=" + desk.resolve("cadres" + files),
            "--households=" + desk.resolve("households" + files),
            "--rules=" + desk.resolve("rules.yaml"),
            "--out=" + desk.resolve(out),
            "--certificate=" + desk.resolve("cert.bin")
        };
    }

    private int run(Locale locale, String... args) {
        said.reset();
        told.reset();
        return Pair.run(
                args,
                locale,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(desk.resolve(file)));
    }

    private void rules(String what, String instead) throws IOException {
        var text = Files.readString(desk.resolve("rules.yaml"));
        assertThat(text).contains(what);
        Files.writeString(desk.resolve("rules.yaml"), text.replace(what, instead));
    }
}
