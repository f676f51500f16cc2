package lianxin.sheet;

import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.EN;
import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import lianxin.sheet.SheetCast.Rank;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackInEveryFormatAndLanguage() throws IOException {
        var rows = rows(300);
        for (var format : List.of(
                Format.XLSX, Format.CSV, Format.CSV_GB18030, new Format.Csv(StandardCharsets.UTF_16LE, '\t', true))) {
            for (var words : List.of(ZH, EN)) {
                var bytes = new ByteArrayOutputStream();
                try (var writer = new SheetWriter(bytes, format, CADRES, words)) {
                    for (var row : rows) {
                        writer.row(row);
                    }
                }
                var file = Files.write(folder.resolve("roster"), bytes.toByteArray());
                try (var sheets = Sheets.open(file, Limits.OFFICE)) {
                    assertThat(sheets.format()).isEqualTo(format);
                    var match = sheets.match(CADRES);
                    assertThat(match.settled()).isTrue();
                    List<List<@Nullable Object>> read = new ArrayList<>();
                    for (var line : sheets.lines(CADRES, match, Progress.UNSEEN)) {
                        assertThat(line.faults()).isEmpty();
                        read.add(values(line));
                    }
                    assertThat(read).isEqualTo(rows);
                }
            }
        }
    }

    @Test
    void anotherReaderSeesTheSame() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(bytes, Format.XLSX, CADRES, ZH)) {
            writer.row(Arrays.asList(
                    "王桂英",
                    "370827001001",
                    Rank.CLERK,
                    12,
                    true,
                    LocalDate.of(2013, 5, 12),
                    "0537-2234567",
                    List.of("法律", "养殖")));
        }
        var file = Files.write(folder.resolve("a.xlsx"), bytes.toByteArray());
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            var rows = workbook.getFirstSheet().read();
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("干部花名册");
            assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
                    .containsExactly("姓名", "村代码", "职级", "联系户数", "是否领导", "参加日期", "办公电话", "特长");
            assertThat(rows.get(1).getCellAsString(1)).contains("370827001001");
            assertThat(rows.get(1).getCellAsString(2)).contains("科员");
            assertThat(rows.get(1).getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("12");
            assertThat(rows.get(1).getCellAsDate(5).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2013, 5, 12));
            assertThat(rows.get(1).getCellAsString(7)).contains("法律、养殖");
        }
    }

    @Test
    void aTemplateExplainsItselfAndComesBackEmpty() throws IOException {
        for (var words : List.of(ZH, EN)) {
            var bytes = new ByteArrayOutputStream();
            SheetWriter.template(bytes, Format.XLSX, CADRES, words);
            var file = Files.write(folder.resolve("a.xlsx"), bytes.toByteArray());
            try (var sheets = Sheets.open(file, Limits.OFFICE)) {
                assertThat(sheets.names()).containsExactly(CADRES.name(words), words.t("sheet.template.instructions"));
                var match = sheets.match(CADRES);
                assertThat(match.settled()).isTrue();
                assertThat(match.sheet()).isEqualTo(CADRES.name(words));
                assertThat(sheets.lines(CADRES, match, Progress.UNSEEN)).isEmpty();
                assertThat(sheets.rows(words.t("sheet.template.instructions")))
                        .hasSize(2 + CADRES.all().size());
            }
            try (var workbook = new ReadableWorkbook(file.toFile())) {
                assertThat(workbook.getSheet(2).orElseThrow().getVisibility()).isEqualTo(SheetVisibility.HIDDEN);
                assertThat(workbook.getSheet(2).orElseThrow().read().getFirst().getCellText(0))
                        .isEqualTo(words.chinese() ? "县级" : "County");
            }
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                assertThat(sheet)
                        .contains(
                                "sqref=\"C2:C1048576\"",
                                "<dataValidations count=\"2\">",
                                "state=\"frozen\"",
                                "$A$1:$A$3",
                                "$B$1:$B$2");
                var notes = new String(
                        zip.getInputStream(zip.getEntry("xl/comments1.xml")).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(notes).contains("ref=\"A1\"", "ref=\"H1\"");
                for (var part : zip.stream()
                        .filter(entry -> entry.getName().endsWith(".xml"))
                        .toList()) {
                    wellFormed(zip.getInputStream(part).readAllBytes());
                }
            }
        }
    }

    @Test
    void aCsvTemplateIsItsHeader() throws IOException {
        var bytes = new ByteArrayOutputStream();
        SheetWriter.template(bytes, Format.CSV, CADRES, ZH);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff姓名,村代码,职级,联系户数,是否领导,参加日期,办公电话,特长\r\n");
    }

    private static void wellFormed(byte[] xml) {
        try {
            javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError(new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private static List<@Nullable Object> values(Line line) {
        List<@Nullable Object> values = new ArrayList<>();
        CADRES.all().forEach(column -> values.add(line.get(column)));
        return values;
    }

    /** Rows of every shape: blanks where they may be, signs that must be quoted, texts that look like formulas. */
    private static List<List<@Nullable Object>> rows(int count) {
        var random = new Random(20130512);
        var names = List.of(
                "王桂英", "李“建国”", "a,b;c\td", "多\n行", "=1+1", "-x", "'=q", "\"引号\"", "𠮷野㛃", "_x0041_", "<&>'\"", "#井");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Arrays.asList(
                    names.get(i % names.size()),
                    "%012d".formatted(random.nextLong(1_000_000_000_000L)),
                    i % 3 == 0
                            ? null
                            : List.of(Rank.COUNTY, Rank.TOWNSHIP, Rank.CLERK).get(random.nextInt(3)),
                    i % 4 == 0 ? null : random.nextInt(41),
                    i % 5 == 0 ? null : random.nextBoolean(),
                    i % 6 == 0 ? null : LocalDate.of(1950, 1, 1).plusDays(random.nextInt(30_000)),
                    i % 7 == 0 ? null : "139%08d".formatted(random.nextInt(100_000_000)),
                    i % 8 == 0 ? null : List.of("法律", "养" + i)));
        }
        return rows;
    }
}
