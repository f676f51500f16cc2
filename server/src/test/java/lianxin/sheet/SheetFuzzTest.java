package lianxin.sheet;

import static lianxin.sheet.RawXlsx.row;
import static lianxin.sheet.SheetCast.CADRES;
import static lianxin.sheet.SheetCast.ZH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.platform.Refusal;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of damaged files: each is read or refused, and nothing else happens. */
class SheetFuzzTest {

    private static final Limits SMALL = new Limits(1 << 22, 1 << 24, 200, 8, 5_000, 64, 2_000);

    @TempDir
    Path folder;

    @Test
    void damagedWorkbooksAreReadOrRefused() throws IOException {
        var bytes = written(Format.XLSX);
        assertThat(survived(bytes, 1_200)).isBetween(1, 1_199);
    }

    @Test
    void damagedTextFilesAreReadOrRefused() throws IOException {
        assertThat(survived(written(Format.CSV), 700)).isBetween(1, 699);
        assertThat(survived(written(Format.CSV_GB18030), 700)).isBetween(1, 699);
    }

    /** Damage to the bytes of a zip mostly ends in its checksums; this damages the XML inside. */
    @Test
    void damagedPartsAreReadOrRefused() throws IOException {
        var sheet = "<worksheet><sheetData>" + row(1, "姓名", "村代码", "参加日期")
                + row(
                        2,
                        "<c r=\"A2\" t=\"s\"><v>0</v></c>",
                        "<c r=\"B2\"><v>370827001001</v></c>",
                        "<c r=\"C2\" s=\"1\"><v>41406</v></c>")
                + row(3, "李&#x5efa;国", "<c r=\"B3\" t=\"str\"><f>1</f><v>x</v></c>", "<c r=\"C3\" t=\"b\"><v>1</v></c>")
                + "</sheetData></worksheet>";
        var texts = "<sst><si><t>王桂英</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>";
        var styles =
                "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy/m/d\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>";
        var random = new SplittableRandom(3);
        int read = 0;
        for (int i = 0; i < 1_800; i++) {
            var raw = new RawXlsx().texts("").formats("14");
            raw.sheetXml("S", "", "").part("xl/worksheets/sheet1.xml", damaged(sheet, random));
            raw.part(
                    "xl/sharedStrings.xml",
                    i % 3 == 0 ? damaged(texts, random) : texts.getBytes(StandardCharsets.UTF_8));
            raw.part("xl/styles.xml", i % 5 == 0 ? damaged(styles, random) : styles.getBytes(StandardCharsets.UTF_8));
            read += read(raw.to(folder.resolve("file"))) ? 1 : 0;
        }
        assertThat(read).isBetween(1, 1_799);
    }

    @Test
    void randomBytesAreReadOrRefused() throws IOException {
        var random = new Random(4);
        for (int i = 0; i < 800; i++) {
            var bytes = new byte[random.nextInt(1, 3_000)];
            random.nextBytes(bytes);
            var magic = List.of(
                            "", "PK\3\4", "\u00d0\u00cf\u0011\u00e0", "\u00ef\u00bb\u00bf", "\u00ff\u00fe", "姓名,村代码\n")
                    .get(i % 6);
            var head = magic.getBytes(i % 6 == 5 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
            read(Files.write(folder.resolve("file"), bytes));
        }
    }

    private int survived(byte[] good, int times) throws IOException {
        var random = new SplittableRandom(times);
        int read = 0;
        for (int i = 0; i < times; i++) {
            read += read(Files.write(folder.resolve("file"), damaged(good, random))) ? 1 : 0;
        }
        return read;
    }

    private static byte[] damaged(String xml, SplittableRandom random) {
        return damaged(xml.getBytes(StandardCharsets.UTF_8), random);
    }

    /** Flips bits, cuts off, takes out, doubles, or writes what is dear to parsers over some bytes. */
    private static byte[] damaged(byte[] good, SplittableRandom random) {
        var bytes = good.clone();
        for (int blows = random.nextInt(1, 4); blows > 0 && bytes.length > 2; blows--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(1, Math.min(40, bytes.length - at + 1));
            switch (random.nextInt(6)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                case 3 -> {
                    var rest = Arrays.copyOfRange(bytes, at + length - 1, bytes.length);
                    bytes = Arrays.copyOf(bytes, at + rest.length);
                    System.arraycopy(rest, 0, bytes, at, rest.length);
                }
                case 4 -> {
                    var more = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, more, at + length, bytes.length - at);
                    bytes = more;
                }
                default -> {
                    var dear = List.of(
                                    "<",
                                    ">",
                                    "\"",
                                    "&#0;",
                                    "<![CDATA[",
                                    "<!--",
                                    "-1",
                                    "99999999999",
                                    "]]>",
                                    "\0",
                                    "&x;",
                                    "<?x?>",
                                    "\n",
                                    "r=\"1\"")
                            .get(random.nextInt(14))
                            .getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(dear, 0, bytes, at, Math.min(dear.length, bytes.length - at));
                }
            }
        }
        return bytes;
    }

    /** Whether the file could be read to its end; anything but success and refusal fails the test. */
    private static boolean read(Path file) throws IOException {
        try (var sheets = Sheets.open(file, SMALL)) {
            var match = sheets.match(CADRES);
            for (var question : match.questions()) {
                match = match.choose(question.column(), Math.max(0, question.guess()));
            }
            var rows = new AtomicInteger();
            if (match.settled()) {
                sheets.lines(CADRES, match, Progress.UNSEEN)
                        .forEach(line -> rows.addAndGet(line.faults().size() + 1));
            }
            if (Files.size(file) % 5 == 0) {
                sheets.copyWithReasons(match, row -> "坏", ZH, new ByteArrayOutputStream());
            }
            return rows.get() > 0;
        } catch (Refusal refused) {
            assertThat(refused.kind().status()).isIn(413, 422);
            return false;
        }
    }

    private static byte[] written(Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = new SheetWriter(out, format, CADRES, ZH)) {
            for (int i = 0; i < 40; i++) {
                writer.row(Arrays.asList(
                        "王桂英" + i,
                        "370827001001",
                        SheetCast.Rank.CLERK,
                        i,
                        true,
                        LocalDate.of(2013, 5, 12),
                        "13900000000",
                        List.of("会计", "=1")));
            }
        }
        return out.toByteArray();
    }
}
