package lianxin.sheet;

import static lianxin.sheet.RawXlsx.MAIN;
import static lianxin.sheet.RawXlsx.relation;
import static lianxin.sheet.RawXlsx.relationships;
import static lianxin.sheet.RawXlsx.row;
import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.EN;
import static lianxin.sheet.SheetCast.GB18030;
import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianxin.platform.Refusal;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files nobody should send. Each is refused, with words a person can act on, and costs no more than the limits allow. */
class HostileSheetsTest {

    private static final String[] HEAD = {"姓名", "村代码"};
    private static final String GOOD = row(1, HEAD) + row(2, "王桂英", "370827001001");
    private static final Limits SMALL = new Limits(1 << 24, 1 << 26, 200, 4, 1_000, 20, 1_000);

    @TempDir
    Path folder;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hostile(String what, String code, byte[] bytes) {}

    private static final List<Hostile> CORPUS = corpus();

    @TestFactory
    Iterable<DynamicTest> everyHostileFileIsRefused() {
        return CORPUS.stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.what, () -> {
                    var refusal = refusal(hostile.bytes);
                    assertThat(refusal).isNotNull();
                    assertThat(refusal.kind().code()).isEqualTo(hostile.code);
                    for (var words : List.of(ZH, EN)) {
                        assertThat(words.t(
                                        "refusal." + hostile.code,
                                        Objects.requireNonNullElse(refusal.getDetailMessageArguments(), new Object[0])))
                                .isNotBlank()
                                .doesNotContainPattern("\\{\\d");
                    }
                }))
                .toList();
    }

    @Test
    void theCorpusIsLargeAndProvokesEveryRefusalAFileCan() throws ReflectiveOperationException {
        var provoked = CORPUS.stream().map(Hostile::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(CORPUS).hasSizeGreaterThanOrEqualTo(40);
        // The caller's own three: told apart by what was asked, not by the file. HeaderMatchTest and below.
        provoked.addAll(List.of("sheet-unsettled-header", "sheet-other-header", "sheet-no-such-sheet"));
        var known = new TreeSet<String>();
        for (var catalogue : List.of(SheetRefusal.class, Class.forName("lianxin.workbook.WorkbookRefusal"))) {
            for (var field : catalogue.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.get(null) instanceof Refusal.Kind kind) {
                    known.add(kind.code());
                }
            }
        }
        assertThat(provoked).isEqualTo(known);
    }

    @Test
    void aSheetThatIsNotThereIsRefused() throws IOException {
        try (var sheets = Sheets.open(file(xlsx(new RawXlsx().sheet("S", GOOD))), SMALL)) {
            assertThat(catchThrowableOfType(Refusal.class, () -> sheets.match(CADRES, "T"))
                            .kind()
                            .code())
                    .isEqualTo("sheet-no-such-sheet");
        }
    }

    @Test
    void linksToOtherFilesAreNotFollowedAndDoNoHarm() throws IOException {
        var bytes = xlsx(new RawXlsx()
                .sheet(
                        "S",
                        GOOD + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>[1]Sheet1!A1</f><v>李建国</v></c>"
                                + "<c r=\"B3\" t=\"str\"><f>WEBSERVICE(\"http://example.invalid/\")</f><v>370827001002</v></c></row>")
                .part(
                        "xl/externalLinks/externalLink1.xml",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>"));
        assertThat(refusal(bytes)).isNull();
    }

    @Test
    void aSheetMayLieAboutItsSize() throws IOException {
        for (var size : new String[] {"A1:XFD1048576", "A-5:B-1", "ZZZZZZZ99999999999", ""}) {
            var sheet = "<worksheet " + MAIN + "><dimension ref=\"" + size + "\"/><sheetData>" + GOOD
                    + "</sheetData></worksheet>";
            assertThat(refusal(xlsx(new RawXlsx().sheetXml("S", "", sheet)))).isNull();
        }
    }

    private static List<Hostile> corpus() {
        try {
            return built();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Hostile> built() throws IOException {
        var good = xlsx(new RawXlsx().sheet("S", GOOD));
        var big = "a".repeat(10 << 20);
        return List.of(
                new Hostile("nothing at all", "sheet-empty", new byte[0]),
                new Hostile("only blanks", "sheet-empty", csv(" \r\n\t\n\u3000")),
                new Hostile("a workbook without a row", "sheet-empty", xlsx(new RawXlsx().sheet("S", ""))),
                new Hostile("more bytes than allowed", "sheet-too-large", new byte[(1 << 24) + 1]),
                new Hostile(
                        "a zip bomb in a cell",
                        "sheet-cell-too-long",
                        xlsx(new RawXlsx().sheet("S", row(1, "0".repeat(1 << 25))))),
                new Hostile(
                        "a zip bomb of empty elements",
                        "sheet-unpacks-too-large",
                        xlsx(new RawXlsx().sheet("S", "<b/>".repeat(5 << 20)))),
                new Hostile(
                        "a zip bomb of comments",
                        "sheet-unpacks-too-large",
                        xlsx(new RawXlsx().sheet("S", ("<!--" + "<".repeat(500) + "-->").repeat(140_000)))),
                new Hostile(
                        "a zip bomb in the texts",
                        "sheet-unpacks-too-large",
                        xlsx(new RawXlsx()
                                .texts()
                                .part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(4 << 20) + "</sst>")
                                .sheet("S", "<row><c t=\"s\"><v>4000000</v></c></row>"))),
                new Hostile(
                        "one comment without end",
                        "sheet-cell-too-long",
                        xlsx(new RawXlsx().sheet("S", "<!--" + "<".repeat(1 << 20)))),
                new Hostile(
                        "an attribute of a megabyte",
                        "sheet-cell-too-long",
                        xlsx(new RawXlsx().sheet("S", "<row r=\"" + "1".repeat(1 << 20) + "\"/>"))),
                new Hostile(
                        "a name of a megabyte",
                        "sheet-cell-too-long",
                        xlsx(new RawXlsx().sheet("S", "<" + "a".repeat(1 << 20) + "/>"))),
                new Hostile("a list of a million parts", "sheet-unpacks-too-large", manyParts(good)),
                new Hostile("a zip64 list of a billion parts", "sheet-unpacks-too-large", zip64(1 << 30)),
                new Hostile("a cell of ten megabytes, CSV", "sheet-cell-too-long", csv("姓名,村代码\n" + big + ",1\n")),
                new Hostile(
                        "a cell in many runs",
                        "sheet-cell-too-long",
                        xlsx(new RawXlsx()
                                .texts("<r><t>01234567890123456789</t></r>".repeat(60))
                                .sheet("S", "<row><c t=\"s\"><v>0</v></c></row>"))),
                new Hostile("too many rows", "sheet-too-many-rows", csv("姓名,村代码\n" + "王,370827001001\n".repeat(1_001))),
                new Hostile(
                        "too many columns",
                        "sheet-too-many-columns",
                        xlsx(new RawXlsx().sheet("S", row(1, "a,".repeat(21).split(","))))),
                new Hostile("too many columns, CSV", "sheet-too-many-columns", csv("姓名" + ",x".repeat(20) + "\n")),
                new Hostile(
                        "a column far out",
                        "sheet-too-many-columns",
                        xlsx(new RawXlsx().sheet("S", "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"))),
                new Hostile(
                        "too many sheets",
                        "sheet-too-many-sheets",
                        xlsx(new RawXlsx()
                                .sheet("1", "")
                                .sheet("2", "")
                                .sheet("3", "")
                                .sheet("4", "")
                                .sheet("5", ""))),
                new Hostile("old Excel", "sheet-old-excel", ole("Workbook")),
                new Hostile("a password", "sheet-encrypted", ole("EncryptedPackage")),
                new Hostile("a zip with a password", "sheet-encrypted", withFlag(good)),
                new Hostile(
                        "macros by type",
                        "sheet-macros",
                        xlsx(
                                new RawXlsx()
                                        .sheet("S", GOOD)
                                        .part(
                                                "[Content_Types].xml",
                                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"))),
                new Hostile(
                        "macros by part",
                        "sheet-macros",
                        xlsx(new RawXlsx().sheet("S", GOOD).part("xl/vbaProject.bin", "x"))),
                new Hostile(
                        "a binary workbook",
                        "sheet-not-a-sheet",
                        xlsx(new RawXlsx().part("xl/workbook.bin", "x").part("xl/workbook.xml", "<x/>"))),
                new Hostile(
                        "a text document",
                        "sheet-not-a-sheet",
                        xlsx(new RawXlsx()
                                .part(
                                        "_rels/.rels",
                                        relationships(relation("r1", "officeDocument", "word/document.xml")))
                                .part("word/document.xml", "<x/>"))),
                new Hostile(
                        "some other zip",
                        "sheet-not-a-sheet",
                        xlsx(new RawXlsx()
                                .part("[Content_Types].xml", "<Types/>")
                                .part("xl/workbook.xml", "<workbook/>")
                                .part("a", "b"))),
                new Hostile("a web page", "sheet-not-a-sheet", csv("<html><table><tr><td>姓名</td></tr></table></html>")),
                new Hostile("a PDF", "sheet-not-a-sheet", csv("%PDF-1.7\n姓名")),
                new Hostile("binary garbage", "sheet-not-a-sheet", garbage()),
                new Hostile(
                        "UTF-16 without a mark", "sheet-not-a-sheet", "姓名,村代码\n".getBytes(StandardCharsets.UTF_16LE)),
                new Hostile("cut short", "sheet-damaged", Arrays.copyOf(good, good.length / 2)),
                new Hostile("a zip whose bytes are wrong", "sheet-damaged", broken(good)),
                new Hostile(
                        "XML cut short",
                        "sheet-damaged",
                        xlsx(new RawXlsx()
                                .sheetXml("S", "", "<worksheet><sheetData>" + row(1, HEAD) + "<row r=\"2\"><c"))),
                new Hostile(
                        "XML that does not close",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", row(1, HEAD) + "<row r=\"2\"><c></row></c>"))),
                new Hostile(
                        "XML of endless depth", "sheet-damaged", xlsx(new RawXlsx().sheet("S", "<a>".repeat(100_000)))),
                new Hostile("XML of endless names", "sheet-damaged", xlsx(new RawXlsx().sheet("S", names()))),
                new Hostile(
                        "a row number that is none",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", row(1, HEAD) + "<row r=\"1048577\"/>"))),
                new Hostile(
                        "rows that go backwards",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", row(2, HEAD) + row(1, HEAD)))),
                new Hostile(
                        "a text that is not in the list",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", "<row><c t=\"s\"><v>7</v></c></row>"))),
                new Hostile(
                        "a number that is none",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", "<row><c><v>1e</v></c></row>"))),
                new Hostile(
                        "an unknown type of cell",
                        "sheet-damaged",
                        xlsx(new RawXlsx().sheet("S", "<row><c t=\"x\"><v>1</v></c></row>"))),
                new Hostile(
                        "a sheet that is missing",
                        "sheet-damaged",
                        xlsx(new RawXlsx()
                                .sheet("S", GOOD)
                                .part(
                                        "xl/_rels/workbook.xml.rels",
                                        relationships(relation("s1", "worksheet", "worksheets/none.xml"))))),
                new Hostile(
                        "an external entity",
                        "sheet-forbidden-xml",
                        xlsx(new RawXlsx()
                                .sheetXml(
                                        "S",
                                        "",
                                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
                                                + row(1, "&x;") + "</sheetData></worksheet>"))),
                new Hostile(
                        "a billion laughs",
                        "sheet-forbidden-xml",
                        xlsx(new RawXlsx()
                                .texts("<t>x</t>")
                                .part("xl/sharedStrings.xml", laughs())
                                .sheet("S", "<row><c t=\"s\"><v>0</v></c></row>"))),
                new Hostile(
                        "a foreign type declaration",
                        "sheet-forbidden-xml",
                        xlsx(new RawXlsx()
                                .sheet("S", GOOD)
                                .part(
                                        "[Content_Types].xml",
                                        "<!DOCTYPE Types SYSTEM \"http://example.invalid/x.dtd\"><Types/>"))),
                new Hostile(
                        "a part named out of the file",
                        "sheet-unsafe-names",
                        xlsx(new RawXlsx().sheet("S", GOOD).part("../../etc/cron.d/x", "x"))),
                new Hostile(
                        "a part with a drive",
                        "sheet-unsafe-names",
                        xlsx(new RawXlsx().sheet("S", GOOD).part("C:\\x", "x"))),
                new Hostile(
                        "a relation out of the file",
                        "sheet-unsafe-names",
                        xlsx(new RawXlsx()
                                .sheet("S", GOOD)
                                .part(
                                        "xl/_rels/workbook.xml.rels",
                                        relationships(relation("s1", "worksheet", "../../../etc/passwd"))))),
                new Hostile(
                        "half UTF-8, half GB18030",
                        "sheet-mixed-encoding",
                        joined(csv("姓名,村代码\n王桂英同志,1\n"), "李建国同志,2\n".getBytes(GB18030))),
                new Hostile("neither UTF-8 nor GB18030", "sheet-mixed-encoding", joined(csv("姓名,村代码\n"), new byte[] {
                    (byte) 0xff, (byte) 0xff, '\n'
                })),
                new Hostile(
                        "a mark that lies",
                        "sheet-mixed-encoding",
                        joined(csv("\ufeff"), "姓名,村代码\n".getBytes(GB18030))),
                new Hostile("a quote without end", "sheet-open-quote", csv("姓名,村代码\n\"王桂英,370827001001\n")),
                new Hostile("no header", "sheet-no-header", csv("一,二\n三,四\n")),
                new Hostile("a header twice", "sheet-duplicate-header", csv("姓名,姓名,村代码\n")));
    }

    /** Reads all there is to read; null when nothing was refused. */
    private @Nullable Refusal refusal(byte[] bytes) throws IOException {
        try (var sheets = Sheets.open(file(bytes), SMALL)) {
            sheets.lines(CADRES, sheets.match(CADRES), Progress.UNSEEN).forEach(line -> {});
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] xlsx(RawXlsx raw) throws IOException {
        var bytes = new ByteArrayOutputStream();
        raw.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] garbage() {
        var bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        bytes[0] = 1;
        return bytes;
    }

    private static byte[] ole(String stream) {
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        return ByteBuffer.allocate(4096)
                .put(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})
                .put(1024, name)
                .array();
    }

    /** The central directory says that the first part is encrypted. */
    private static byte[] withFlag(byte[] zip) {
        var bytes = zip.clone();
        int list = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 6);
        bytes[list + 8] |= 1;
        return bytes;
    }

    private static byte[] manyParts(byte[] zip) {
        var bytes = zip.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 12, (short) 0xfffe);
        return bytes;
    }

    private static byte[] zip64(long parts) {
        var zip = ByteBuffer.allocate(4 + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50)
                .putInt(0x06064b50)
                .putLong(44)
                .putInt(0)
                .putLong(0)
                .putLong(parts)
                .putLong(parts)
                .putLong(46 * parts)
                .putLong(4);
        zip.putInt(0x07064b50).putInt(0).putLong(4).putInt(1);
        zip.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0);
        return zip.array();
    }

    /** Bytes of the sheet's part changed where they lie. */
    private static byte[] broken(byte[] zip) {
        var bytes = zip.clone();
        for (int i = 300; i < bytes.length - 500; i += 3) {
            bytes[i] ^= 0x55;
        }
        return bytes;
    }

    private static String names() {
        var names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        return names.toString();
    }

    private static String laughs() {
        var xml = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return xml.append("]><sst><si><t>&a29;</t></si></sst>").toString();
    }
}
