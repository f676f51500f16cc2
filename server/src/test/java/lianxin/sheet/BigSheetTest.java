package lianxin.sheet;

import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.GB18030;
import static lianxin.sheet.SheetCast.NAME;
import static lianxin.sheet.SheetCast.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lianxin.workbook.Limits;
import lianxin.workbook.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads a roster that is far larger than the heap it is read in: a process of its own, with a small heap, reads it whole. By default 120,000
 * rows, each with a name of its own in the shared texts, in 32 MB; {@code -Dsheet.rows=2000000 -Dsheet.heap=256m} is the size of a city.
 */
class BigSheetTest {

    private static final int ROWS = Integer.getInteger("sheet.rows", 120_000);
    private static final String HEAP = System.getProperty("sheet.heap", "32m");
    private static final int A_SHEET = Math.min(1_048_575, ROWS / 2 + 1);

    @TempDir
    Path folder;

    @Test
    void aWorkbookLargerThanTheHeapIsRead() throws Exception {
        var file = folder.resolve("big.xlsx");
        write(file);
        assertThat(readElsewhere(file)).contains("rows=" + ROWS, "last=第" + (ROWS - 1));
    }

    @Test
    void aTextFileLargerThanTheHeapIsRead() throws Exception {
        var file = folder.resolve("big.csv");
        try (var out = Files.newBufferedWriter(file, GB18030)) {
            out.write("姓名,村代码,联系户数,是否领导,参加日期,特长\r\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("第" + i + ",370827001001," + i % 40 + ",是,2013-05-12," + "会计、法律、养殖".repeat(2) + "\r\n");
            }
        }
        assertThat(readElsewhere(file)).contains("rows=" + ROWS, "last=第" + (ROWS - 1));
    }

    private static String readElsewhere(Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=" + (ROWS > 500_000 ? 4 : 1),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigSheetTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        System.out.println(file.getFileName() + " " + (Files.size(file) >> 20) + " MB: " + said.strip());
        return said;
    }

    /** The other process. */
    public static void main(String[] args) {
        long rows = 0;
        var last = "";
        var told = new long[2];
        try (var sheets = Sheets.open(Path.of(args[0]), Limits.OFFICE)) {
            var match = sheets.match(CADRES);
            for (var line : sheets.lines(CADRES, match, (done, read, total) -> {
                told[0] = read;
                told[1]++;
            })) {
                if (!line.good() || line.need(VILLAGE).length() != 12) {
                    throw new IllegalStateException(line.faults().toString());
                }
                rows++;
                last = line.need(NAME);
            }
        }
        System.out.printf(
                "rows=%d last=%s read=%dMB told=%d cpu=%.1fs heap=%dMB%n",
                rows,
                last,
                told[0] >> 20,
                told[1],
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** As Excel writes it: texts in one shared list, every name in it once, several sheets. */
    private static void write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            int sheets = (ROWS + A_SHEET - 1) / A_SHEET;
            var out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
            part(zip, out, "[Content_Types].xml", List.of("<Types/>"));
            var list = new StringBuilder();
            var relations = new StringBuilder(RawXlsx.relation("texts", "sharedStrings", "sharedStrings.xml"));
            for (int i = 1; i <= sheets; i++) {
                list.append("<sheet name=\"%d\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(i, i, i));
                relations.append(RawXlsx.relation("s" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
            }
            part(
                    zip,
                    out,
                    "xl/workbook.xml",
                    List.of("<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>"));
            part(zip, out, "xl/_rels/workbook.xml.rels", List.of(RawXlsx.relationships(relations.toString())));
            for (int i = 0; i < sheets; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (i + 1) + ".xml"));
                sheet(out, i * A_SHEET, Math.min(ROWS, (i + 1) * A_SHEET));
                out.flush();
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write(
                    "<sst><si><t>姓名</t></si><si><t>村代码</t></si><si><t>联系户数</t></si><si><t>是否领导</t></si><si><t>特长</t></si><si><t>是</t></si>");
            for (int i = 0; i < ROWS; i++) {
                out.write("<si><t>第" + i + "</t></si><si><t>种菜" + i + "、养鱼</t></si>");
            }
            out.write("</sst>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static void sheet(Writer out, int from, int to) throws IOException {
        out.write("<worksheet><sheetData><row r=\"1\">");
        for (int i = 0; i < 5; i++) {
            out.write("<c r=\"%s1\" t=\"s\"><v>%d</v></c>".formatted(Row.letters(i), i));
        }
        out.write("</row>");
        for (int i = from; i < to; i++) {
            int r = i - from + 2;
            out.write("<row r=\"" + r + "\" spans=\"1:5\"><c r=\"A" + r + "\" s=\"1\" t=\"s\"><v>" + (6 + 2 * i)
                    + "</v></c><c r=\"B" + r
                    + "\"><v>370827001001</v></c><c r=\"C" + r + "\"><v>" + i % 40 + "</v></c><c r=\"D" + r
                    + "\" t=\"s\"><v>5</v></c><c r=\"E" + r
                    + "\" t=\"s\"><v>" + (7 + 2 * i) + "</v></c></row>");
        }
        out.write("</sheetData></worksheet>");
    }

    private static void part(ZipOutputStream zip, Writer out, String name, List<String> texts) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (var text : texts) {
            out.write(text);
        }
        out.flush();
        zip.closeEntry();
    }
}
