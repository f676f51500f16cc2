package lianxin.sheet;

import static lianxin.sheet.RawXlsx.row;
import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.EN;
import static lianxin.sheet.SheetCast.GB18030;
import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import lianxin.platform.Words;
import lianxin.workbook.Limits;
import lianxin.workbook.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonCopyTest {

    @TempDir
    Path folder;

    @Test
    void everyRowStaysWhereItWasAndBadOnesSayWhy() throws IOException {
        var file = new RawXlsx()
                .sheet(
                        "一",
                        row(1, "花名册")
                                + row(3, "姓名", "村代码", "备注")
                                + row(4, "王桂英", "370827001001")
                                + row(7, "李建国", "37", "急", "旁边"))
                .sheet("说明", row(2, "怎么填"))
                .sheet("二", row(1, "姓名", "村代码", "备注") + row(2, "", "370827001002"))
                .to(folder.resolve("a.xlsx"));
        var copy = copied(file, ZH);
        assertThat(rows(copy, "一"))
                .containsExactly(
                        new Row("一", 1, List.of("花名册")),
                        new Row("一", 3, List.of("姓名", "村代码", "备注", "原因")),
                        new Row("一", 4, List.of("王桂英", "370827001001")),
                        new Row("一", 7, List.of("李建国", "37", "急", "bad", "旁边")));
        assertThat(rows(copy, "说明")).containsExactly(new Row("说明", 2, List.of("怎么填")));
        assertThat(rows(copy, "二"))
                .containsExactly(
                        new Row("二", 1, List.of("姓名", "村代码", "备注", "原因")),
                        new Row("二", 2, List.of("", "370827001002", "", "bad")));
    }

    @Test
    void aMendedCopyCanBeSentInAgainAndKeepsOneReasonColumn() throws IOException {
        var file = new RawXlsx()
                .sheet("一", row(1, "姓名", "村代码") + row(2, "李建国", "37"))
                .to(folder.resolve("a.xlsx"));
        var twice = copied(copied(file, EN), ZH);
        assertThat(rows(twice, "一"))
                .containsExactly(
                        new Row("一", 1, List.of("姓名", "村代码", "Reason")), new Row("一", 2, List.of("李建国", "37", "bad")));
    }

    @Test
    void aCsvFileKeepsItsEncodingSeparatorAndLines() throws IOException {
        var text = "花名册\r\n\r\n姓名;村代码\r\n\"王;英\";37\r\n'=1+1;370827001001\r\n";
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            var file = Files.write(folder.resolve("a.csv"), text.getBytes(charset));
            assertThat(Files.readString(copied(file, ZH), charset))
                    .isEqualTo("花名册\r\n\r\n姓名;村代码;原因\r\n\"王;英\";37;bad\r\n'=1+1;370827001001;\r\n");
        }
    }

    @Test
    void nothingButValuesIsCopied() throws IOException {
        var file = new RawXlsx()
                .sheet(
                        "一",
                        row(1, "姓名", "村代码")
                                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>cmd|'/C calc'!A0</f><v>=cmd|'/C calc'!A0</v></c></row>")
                .to(folder.resolve("a.xlsx"));
        try (var zip = new java.util.zip.ZipFile(copied(file, ZH).toFile())) {
            var xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xml).doesNotContain("<f>").contains("=cmd|");
        }
    }

    /** A row is bad when its village has no code of twelve digits, or it has no name. */
    private Path copied(Path file, Words words) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            sheets.copyWithReasons(
                    sheets.match(CADRES),
                    row -> row.cell(0).isEmpty() || row.cell(1).length() == 2 ? "bad" : null,
                    words,
                    out);
        }
        return Files.write(Files.createTempFile(folder, "copy", ""), out.toByteArray());
    }

    private static List<Row> rows(Path file, String sheet) {
        try (var sheets = Sheets.open(file, Limits.OFFICE)) {
            return StreamSupport.stream(sheets.rows(sheet).spliterator(), false).toList();
        }
    }
}
