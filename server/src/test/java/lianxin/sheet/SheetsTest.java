package lianxin.sheet;

import static lianxin.sheet.RawXlsx.row;
import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.GB18030;
import static lianxin.sheet.SheetCast.HOUSEHOLDS;
import static lianxin.sheet.SheetCast.LEADER;
import static lianxin.sheet.SheetCast.NAME;
import static lianxin.sheet.SheetCast.SINCE;
import static lianxin.sheet.SheetCast.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import lianxin.workbook.Numbers;
import lianxin.workbook.Progress;
import lianxin.workbook.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    @TempDir
    Path folder;

    @Test
    void aWorkbookSaysWhatExcelShows() throws IOException {
        var file = new RawXlsx()
                .texts("<t>王桂英</t>", "<r><t>连</t></r><r><t>心</t></r><rPh sb=\"0\" eb=\"1\"><t>lianxin</t></rPh>")
                .formats(
                        "General",
                        "yyyy\"年\"m\"月\"d\"日\"",
                        "14",
                        "000000",
                        "[$-804]yyyy/m/d h:mm;@",
                        "h:mm",
                        "0.00_ ",
                        "31")
                .sheet(
                        "Sheet1",
                        "<row r=\"3\">"
                                + "<c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c>"
                                + "<c r=\"C3\"><v>3.70827001001E11</v></c><c r=\"D3\"><v>1.0</v></c>"
                                + "<c r=\"E3\" s=\"1\"><v>41406</v></c><c r=\"F3\" s=\"2\"><v>41406</v></c>"
                                + "<c r=\"G3\" s=\"3\"><v>37</v></c><c r=\"H3\" s=\"4\"><v>41406.354166666664</v></c>"
                                + "<c r=\"I3\" s=\"5\"><v>0.354166666666667</v></c><c r=\"J3\" s=\"6\"><v>0.30000000000000004</v></c>"
                                + "<c r=\"K3\" t=\"b\"><v>1</v></c><c r=\"L3\"><f>1+1</f><v>2</v></c>"
                                + "<c r=\"M3\" t=\"str\"><f>A3&amp;\"户\"</f><v>王桂英户</v></c><c r=\"N3\" t=\"e\"><v>#N/A</v></c>"
                                + "<c r=\"O3\" s=\"7\"><v>41406</v></c><c r=\"P3\" t=\"inlineStr\"><is><t>a_x000D_\nb_x005F_x0041_</t></is></c>"
                                + "<c r=\"Q3\"><v>-0.0</v></c><c r=\"R3\"><v>370827001001001</v></c><c r=\"S3\" t=\"d\"><v>2013-05-12T00:00:00</v></c>"
                                + "</row>")
                .to(folder.resolve("a.xlsx"));
        assertThat(rows(file)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.cells())
                    .containsExactly(
                            "王桂英",
                            "连心",
                            "370827001001",
                            "1",
                            "2013-05-12",
                            "2013-05-12",
                            "000037",
                            "2013-05-12 08:30",
                            "08:30",
                            "0.3",
                            "TRUE",
                            "2",
                            "王桂英户",
                            "#N/A",
                            "2013-05-12",
                            "a\nb_x0041_",
                            "0",
                            "370827001001001",
                            "2013-05-12");
            assertThat(row.at(2)).isEqualTo("C3");
            assertThat(row.at(27)).isEqualTo("AB3");
        });
    }

    @Test
    void daysOfTheMacintoshCountFrom1904() throws IOException {
        var file = new RawXlsx()
                .properties("<workbookPr date1904=\"1\"/>")
                .formats("14")
                .sheet("S", "<row r=\"1\"><c r=\"A1\"><v>39944</v></c></row>")
                .to(folder.resolve("a.xlsx"));
        assertThat(rows(file).getFirst().cells()).containsExactly("2013-05-12");
    }

    @Test
    void theDayThatNeverWasStaysANumber() {
        assertThat(Numbers.date(59, false)).isEqualTo(LocalDate.of(1900, 2, 28));
        assertThat(Numbers.date(60, false)).isNull();
        assertThat(Numbers.date(61, false)).isEqualTo(LocalDate.of(1900, 3, 1));
    }

    @Test
    void blankRowsAndColouredCellsCostNothing() throws IOException {
        var wide = new StringBuilder("<row r=\"2\">");
        for (int i = 0; i < 16_384; i++) {
            wide.append("<c r=\"").append(Row.letters(i)).append("2\" s=\"0\"/>");
        }
        var file = new RawXlsx()
                .sheet("S", row(1, "", " \u3000\u00a0\u200b") + wide + "</row>" + row(1_048_576, "", "王桂英"))
                .to(folder.resolve("a.xlsx"));
        assertThat(rows(file)).containsExactly(new Row("S", 1_048_576, List.of("", "王桂英")));
    }

    @Test
    void aRosterUnderTitlesGoesOnOverSheetsOfTheSameHeader() throws IOException {
        var head = new String[] {"序号", "姓名", "村代码"};
        var file = new RawXlsx()
                .sheet("说明", row(1, "请按说明填写"))
                .sheetXml(
                        "隐藏",
                        "state=\"hidden\"",
                        "<worksheet><sheetData>" + row(1, head) + row(2, "1", "看不见", "370827001001")
                                + "</sheetData></worksheet>")
                .sheet(
                        "一",
                        row(1, "鱼台县干部花名册")
                                + row(2, "2013年5月")
                                + row(4, head)
                                + row(5, "1", "王桂英", "370827001001")
                                + row(6, head)
                                + row(7, "2", "李建国", "370827001002"))
                .sheet("附表", row(1, "姓名", "备注") + row(2, "别人", "不读"))
                .sheet("二", row(1, "续表") + row(2, head) + row(3, "3", "赵秀兰", "370827001003"))
                .to(folder.resolve("a.xlsx"));
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            assertThat(sheets.names()).containsExactly("说明", "一", "附表", "二");
            var match = sheets.match(CADRES);
            assertThat(match.sheet()).isEqualTo("一");
            assertThat(match.row()).isEqualTo(4);
            assertThat(match.unread()).containsExactly("序号");
            var told = new ArrayList<Long>();
            var lines = lines(sheets, match, (rows, read, total) -> {
                told.add(rows);
                assertThat(read).isPositive().isLessThanOrEqualTo(total);
            });
            assertThat(lines).extracting(line -> line.need(NAME)).containsExactly("王桂英", "李建国", "赵秀兰");
            assertThat(lines.getLast().row())
                    .extracting(Row::sheet, Row::number)
                    .containsExactly("二", 3);
            assertThat(lines.getFirst().has(SINCE)).isFalse();
            assertThat(told).containsExactly(3L);
        }
    }

    @Test
    void textsComeBackFromTheDiskInAnyOrder() throws IOException {
        int count = 20_000;
        var texts = new String[count];
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            texts[i] = "<t>第" + i + "户" + (i % 997 == 0 ? "长".repeat(1_000) : "") + "</t>";
            int other = (int) ((i * 7919L) % count);
            rows.append("<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>%d</v></c><c r=\"B%d\" t=\"s\"><v>%d</v></c></row>"
                    .formatted(i + 1, i + 1, i, i + 1, other));
        }
        var file = new RawXlsx().texts(texts).sheet("S", rows.toString()).to(folder.resolve("a.xlsx"));
        int i = 0;
        for (var row : rows(file)) {
            assertThat(row.cell(0)).startsWith("第" + i + "户");
            assertThat(row.cell(1)).startsWith("第" + (i * 7919L) % count + "户");
            i++;
        }
        assertThat(i).isEqualTo(count);
    }

    @Test
    void csvIsUnderstoodInEveryEncodingOfficesUse() throws IOException {
        var text = "姓名,村代码,是否领导\r\n王桂英,370827001001,是\r\n李建国,370827001002,否\r\n";
        for (var charset : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            for (var mark : List.of("", "\ufeff")) {
                if ((charset.startsWith("UTF-16") && mark.isEmpty())
                        || (charset.equals("GB18030") && !mark.isEmpty())) {
                    continue;
                }
                var file = Files.write(folder.resolve("a.txt"), (mark + text).getBytes(Charset.forName(charset)));
                try (var sheets = Sheets.open(file, Limits.OFFICE)) {
                    assertThat(sheets.format())
                            .isEqualTo(new Format.Csv(Charset.forName(charset), ',', !mark.isEmpty()));
                    assertThat(lines(sheets, sheets.match(CADRES), Progress.UNSEEN))
                            .extracting(line -> line.need(NAME), line -> line.need(VILLAGE), line -> line.get(LEADER))
                            .containsExactly(tuple("王桂英", "370827001001", true), tuple("李建国", "370827001002", false));
                }
            }
        }
    }

    @Test
    void rareCharactersOfNamesSurviveGb18030() throws IOException {
        var file = Files.write(folder.resolve("a.csv"), "姓名\n㛃\n𠮷野\n䶮\n".getBytes(GB18030));
        assertThat(rows(file)).extracting(row -> row.cell(0)).containsExactly("姓名", "㛃", "𠮷野", "䶮");
    }

    @Test
    void quotesLineBreaksAndSeparatorsFollowTheStandard() throws IOException {
        assertThat(csv("a,\"b,\"\"c\"\"\nd\",e\r\n\r\n\"f\"g,h\"i,\r,j"))
                .containsExactly(
                        new Row("", 1, List.of("a", "b,\"c\"\nd", "e")),
                        new Row("", 3, List.of("fg", "h\"i")),
                        new Row("", 4, List.of("", "j")));
        assertThat(csv("姓名;电话\n王;1,2\n李;3,4\n")).extracting(row -> row.cell(0)).containsExactly("姓名", "王", "李");
        assertThat(csv("姓名\t电话\n王\t1,2\n")).extracting(row -> row.cell(0)).containsExactly("姓名", "王");
        assertThat(csv("sep=|\n姓名|电话\n")).containsExactly(new Row("", 2, List.of("姓名", "电话")));
        assertThat(csv("代码,序号\n=\"0370827\",1\n"))
                .extracting(row -> row.cell(0))
                .containsExactly("代码", "0370827");
        assertThat(csv("只有一列")).containsExactly(new Row("", 1, List.of("只有一列")));
    }

    @Test
    void numbersTypedAsWordsAreStillNumbers() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "姓名,村代码,联系户数,参加日期\n王桂英,３７０８２７００１００１,１２,2013年5月12日\n");
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            var line = lines(sheets, sheets.match(CADRES), Progress.UNSEEN).getFirst();
            assertThat(line.good()).isTrue();
            assertThat(line.need(VILLAGE)).isEqualTo("370827001001");
            assertThat(line.get(HOUSEHOLDS)).isEqualTo(12);
            assertThat(line.get(SINCE)).isEqualTo(LocalDate.of(2013, 5, 12));
        }
    }

    @Test
    void aFileCanBeReadAgainWhileItIsOpen() throws IOException {
        var file = new RawXlsx()
                .sheet("S", row(1, "姓名", "村代码") + row(2, "王桂英", "370827001001"))
                .to(folder.resolve("a"));
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            var match = sheets.match(CADRES);
            var lines = sheets.lines(CADRES, match, Progress.UNSEEN);
            assertThat(lines).as("first").hasSize(1);
            assertThat(lines).as("again").hasSize(1);
            assertThat(sheets.rows("S")).hasSize(2);
        }
    }

    private List<Row> csv(String text) throws IOException {
        return rows(Files.write(folder.resolve("a.csv"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Row> rows(Path file) {
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            return StreamSupport.stream(sheets.rows(sheets.names().getFirst()).spliterator(), false)
                    .toList();
        }
    }

    private static List<Line> lines(Sheets sheets, HeaderMatch match, Progress progress) {
        return StreamSupport.stream(sheets.lines(CADRES, match, progress).spliterator(), false)
                .toList();
    }
}
