package lianxin.attachment;

import static lianxin.attachment.Specimens.SAYS;
import static lianxin.attachment.Specimens.bytes;
import static lianxin.attachment.Specimens.chunk;
import static lianxin.attachment.Specimens.deflated;
import static lianxin.attachment.Specimens.exif;
import static lianxin.attachment.Specimens.joined;
import static lianxin.attachment.Specimens.jpeg;
import static lianxin.attachment.Specimens.letter;
import static lianxin.attachment.Specimens.quarters;
import static lianxin.attachment.Specimens.segment;
import static lianxin.attachment.Specimens.with;
import static lianxin.attachment.Specimens.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import lianxin.platform.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a file that may come in: what one sees, and nothing beside it. */
class CleaningTest {

    static final Bounds BOUNDS = new Bounds(6, 10 << 20, 25_000_000, 2_560, 50, "x");

    final Cleaning cleaning = new Cleaning();

    byte[] clean(byte[] given) {
        return cleaning.clean(new Given(given.length, given), BOUNDS).bytes();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static BufferedImage picture(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    /** Reddish at the top left, greenish at the top right, bluish at the bottom left. */
    static void upright(byte[] cleaned) throws IOException {
        var picture = picture(cleaned);
        var w = picture.getWidth();
        var h = picture.getHeight();
        assertThat(w).isGreaterThan(h);
        assertThat(new Color(picture.getRGB(w / 8, h / 8)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(w / 8, h / 8)).getBlue()).isLessThan(60);
        assertThat(new Color(picture.getRGB(w * 7 / 8, h / 8)).getGreen()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(w * 7 / 8, h / 8)).getBlue()).isLessThan(60);
        assertThat(new Color(picture.getRGB(w / 8, h * 7 / 8)).getBlue()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(w / 8, h * 7 / 8)).getGreen()).isLessThan(60);
    }

    @Test
    void aPhotoSaysNothingButItsColours() throws IOException {
        var given = joined(
                with(
                        jpeg(),
                        exif(1),
                        segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0" + SAYS)),
                        segment(0xe2, bytes("MPF\0" + SAYS)),
                        segment(0xed, bytes("Photoshop 3.0\0" + SAYS)),
                        segment(0xfe, bytes("<script>alert(1)</script>" + SAYS))),
                bytes("<html>" + SAYS),
                jpeg(),
                Specimens.zip(SAYS));
        assertThat(text(given)).contains("Exif", "GPS");
        var kept = clean(given);
        assertThat(text(kept)).doesNotContain("Exif", "GPS", "SECRET", "script", "html", "ns.adobe", "MPF", "PK");
        upright(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        upright(clean(with(written(held(orientation), "jpeg"), exif(orientation))));
    }

    /** What the sensor saw of the same scene, row by row as EXIF counts. */
    static BufferedImage held(int orientation) {
        var scene = quarters(64, 48);
        var sideways = orientation >= 5;
        var seen = new BufferedImage(sideways ? 48 : 64, sideways ? 64 : 48, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < seen.getHeight(); y++) {
            for (var x = 0; x < seen.getWidth(); x++) {
                var u = switch (orientation) {
                    case 2, 3 -> 63 - x;
                    case 5, 8 -> y;
                    case 6, 7 -> 63 - y;
                    default -> x;
                };
                var v = switch (orientation) {
                    case 3, 4 -> 47 - y;
                    case 5, 6 -> x;
                    case 7, 8 -> 47 - x;
                    default -> y;
                };
                seen.setRGB(x, y, scene.getRGB(u, v));
            }
        }
        return seen;
    }

    @Test
    void aPngBecomesAJpegWithoutItsTexts() throws IOException {
        var png = written(quarters(64, 48), "png");
        var given = joined(
                Arrays.copyOf(png, 33),
                chunk("tEXt", bytes("Author\0" + SAYS)),
                chunk("zTXt", joined(bytes("x\0\0"), deflated(new byte[100 << 20]))),
                chunk("eXIf", bytes(SAYS)),
                Arrays.copyOfRange(png, 33, png.length),
                bytes("<script>" + SAYS));
        var kept = clean(given);
        assertThat(Format.of(kept)).contains(Format.JPEG);
        assertThat(text(kept)).doesNotContain("SECRET", "script");
        upright(kept);
    }

    @Test
    void whatIsSeenThroughIsWhiteBehind() throws IOException {
        var clear = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        assertThat(new Color(picture(clean(written(clear, "png"))).getRGB(5, 5)).getRed())
                .isGreaterThan(250);
    }

    @Test
    void aLargePhotoIsKeptAsLargeAsOneReads() throws IOException {
        var kept = picture(clean(written(quarters(5_000, 4_900), "jpeg")));
        assertThat(List.of(kept.getWidth(), kept.getHeight()))
                .as("every second pixel of both ways")
                .containsExactly(2_500, 2_450);
        var wide = picture(clean(written(quarters(4_000, 1_000), "jpeg")));
        assertThat(List.of(wide.getWidth(), wide.getHeight())).containsExactly(2_560, 640);
    }

    @Test
    void aLetterSaysNothingOfItsAuthor() throws IOException {
        var given = letter(pdf -> {
            pdf.getDocumentInformation().setAuthor(SAYS);
            pdf.getDocumentInformation().setCreator(SAYS);
            var about = new PDMetadata(pdf);
            about.importXMPMetadata(bytes("<x>" + SAYS + "</x>"));
            pdf.getDocumentCatalog().setMetadata(about);
            pdf.getDocumentCatalog().setOpenAction(new PDPageFitDestination());
            photo(pdf);
            var link = new PDAnnotationLink();
            var to = new PDActionURI();
            to.setURI("https://www.gov.cn/");
            link.setAction(to);
            pdf.getPage(0).getAnnotations().add(link);
        });
        var kept = clean(joined(given, bytes("\n<script>" + SAYS + "</script>")));
        assertThat(text(kept)).doesNotContain("SECRET", "script", "xap");
        try (var pdf = Loader.loadPDF(kept)) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getDocumentInformation().getCOSObject().keySet()).isEmpty();
            assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
            assertThat(pdf.getPage(0).getResources().getXObjectNames())
                    .as("the photo on its page")
                    .hasSize(1);
        }
    }

    /** A photo with its place, as a scanning application lays it on a page. */
    static void photo(PDDocument pdf) throws IOException {
        var photo = JPEGFactory.createFromByteArray(pdf, with(jpeg(), exif(6)));
        try (var page = new PDPageContentStream(pdf, pdf.getPage(0))) {
            page.drawImage(photo, 10, 10);
        }
    }

    @Test
    void anEarlierStateOfALetterIsGone() throws IOException {
        var first = letter(pdf -> pdf.getDocumentCatalog().getCOSObject().setString("Secret", "SECRET-EARLIER"));
        try (var pdf = Loader.loadPDF(first)) {
            var catalog = pdf.getDocumentCatalog().getCOSObject();
            catalog.removeItem(COSName.getPDFName("Secret"));
            catalog.setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            assertThat(text(clean(out.toByteArray()))).doesNotContain("SECRET-EARLIER");
        }
    }

    @Test
    void whoeverCannotWaitForHisTurnIsToldToComeAgain() {
        Thread.currentThread().interrupt();
        var busy = catchThrowableOfType(Refusal.class, () -> clean(jpeg()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(busy.kind().code()).isEqualTo("attachment-busy");
        assertThat(busy.getHeaders().getFirst("Retry-After")).isEqualTo("10");
    }

    /** Small files that promise a lot are given up before they are unpacked. */
    @Test
    void whatUnpacksWithoutEndIsMeasuredFirst() {
        for (var bomb : HostileFiles.all()) {
            if (bomb.what().startsWith("objects ")) {
                assertThatThrownBy(() -> new WaryParser(bomb.file()).parse(false))
                        .as(bomb.what())
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    /** Pictures and letters as they are made every day come in whole. */
    @Test
    void whatProgramsMakeIsTaken() throws IOException {
        assertThat(clean(Files.readAllBytes(Path.of("src/main/resources/static/m/icon-512.png"))))
                .isNotEmpty();
        assertThat(clean(letter(CleaningTest::photo))).isNotEmpty();
    }
}
