package lianxin.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files as people and programs make them, to be spoilt. */
public final class Specimens {

    /** What a telephone writes down beside a photo. */
    static final String SAYS = "GPSLatitude 35.123 Zhang San SECRET-OF-THE-PHOTO";

    private Specimens() {}

    public interface Change {
        void on(PDDocument letter) throws IOException;
    }

    /** A letter of one page, packed into streams of objects, as most programs do. */
    public static byte[] letter(Change change) {
        try (var letter = new PDDocument()) {
            letter.addPage(new PDPage());
            change.on(letter);
            var bytes = new ByteArrayOutputStream();
            letter.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo that says where it was taken. */
    public static byte[] withPlace() {
        return with(jpeg(), exif(1));
    }

    /** As it goes over the wire. */
    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A picture whose four quarters are red, green (right), blue (below) and white. */
    static BufferedImage quarters(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var right = x >= width / 2;
                var below = y >= height / 2;
                var colour = below ? right ? Color.WHITE : Color.BLUE : right ? Color.GREEN : Color.RED;
                picture.setRGB(x, y, colour.getRGB());
            }
        }
        return picture;
    }

    static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg() {
        return written(quarters(64, 48), "jpeg");
    }

    static byte[] png() {
        return written(quarters(64, 48), "png");
    }

    /** The JPEG with segments of these kinds behind its first two bytes. */
    static byte[] with(byte[] jpeg, byte[]... segments) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        for (var segment : segments) {
            bytes.writeBytes(segment);
        }
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    static byte[] segment(int marker, byte[] says) {
        return ByteBuffer.allocate(4 + says.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + says.length))
                .put(says)
                .array();
    }

    /** What a camera says: how it was held, and a directory of places behind it. */
    static byte[] exif(int orientation) {
        var says = SAYS.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(64 + says.length);
        tiff.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(40);
        tiff.put(says);
        return segment(0xe1, tiff.array());
    }

    static byte[] chunk(String type, byte[] says) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(says);
        return ByteBuffer.allocate(12 + says.length)
                .putInt(says.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(says)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG of these chunks behind a header of its own. */
    static byte[] png(int width, int height, int depth, int colour, byte[]... chunks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Png.SIGNATURE);
        bytes.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colour)
                        .array()));
        for (var chunk : chunks) {
            bytes.writeBytes(chunk);
        }
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    static byte[] deflated(byte[] clear) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(clear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
