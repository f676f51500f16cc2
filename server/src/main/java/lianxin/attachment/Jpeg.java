package lianxin.attachment;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG (ITU-T T.81, annex B), read before anybody decodes one. */
final class Jpeg {

    /** A picture is drawn in a dozen passes at most; thousands of them are made to keep a reader busy. */
    private static final int MOST_SCANS = 32;

    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final short SHORT = 3;

    private Jpeg() {}

    /** One segment with its marker, as it lies in the file; after the header of a scan what was scanned follows. */
    private interface Segments {
        void segment(int marker, ByteBuffer whole) throws IOException;
    }

    /** Without all that was said about it, and without what stands behind its end. How colours are meant stays. */
    static byte[] bare(byte[] jpeg) throws IOException {
        var bare = new ByteArrayOutputStream(jpeg.length);
        bare.write(0xff);
        bare.write(0xd8);
        walk(jpeg, (marker, whole) -> {
            if (marker != COMMENT && (marker < APP0 || marker > APP15 || marker == ADOBE)) {
                bare.write(jpeg, whole.position(), whole.remaining());
            }
        });
        return bare.toByteArray();
    }

    /** How the camera was held, 1 to 8; 1 where it does not say. */
    static int orientation(byte[] jpeg) throws IOException {
        var found = new int[] {1};
        walk(jpeg, (marker, whole) -> {
            if (marker == APP1 && found[0] == 1) {
                found[0] = orientation(whole.slice());
            }
        });
        return found[0];
    }

    private static void walk(byte[] jpeg, Segments to) throws IOException {
        var at = 2;
        var scans = 0;
        while (true) {
            var start = at;
            if (u8(jpeg, at) != 0xff) {
                throw new EOFException("no marker");
            }
            while (u8(jpeg, at) == 0xff) {
                at++;
            }
            var marker = u8(jpeg, at++);
            if (marker == EOI) {
                to.segment(marker, ByteBuffer.wrap(jpeg, start, at - start));
                return;
            }
            if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
                continue;
            }
            var length = u8(jpeg, at) << 8 | u8(jpeg, at + 1);
            at += length;
            if (length < 2 || at > jpeg.length || marker == SOS && ++scans > MOST_SCANS) {
                throw new EOFException("no segment");
            }
            if (marker == SOS) {
                at = afterScan(jpeg, at);
            }
            to.segment(marker, ByteBuffer.wrap(jpeg, start, at - start));
        }
    }

    private static int afterScan(byte[] jpeg, int from) throws IOException {
        for (var at = from; at + 1 < jpeg.length; at++) {
            var next = jpeg[at + 1] & 0xff;
            if ((jpeg[at] & 0xff) == 0xff && next != 0x00 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        throw new EOFException("no end");
    }

    private static int u8(byte[] jpeg, int at) throws IOException {
        if (at >= jpeg.length) {
            throw new EOFException("no more");
        }
        return jpeg[at] & 0xff;
    }

    private static int orientation(ByteBuffer segment) {
        var tiff = tiff(segment);
        if (tiff == null) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        var entries = tiff.getShort(directory) & 0xffff;
        for (var i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static @Nullable ByteBuffer tiff(ByteBuffer segment) {
        var head = 4 + EXIF.length;
        if (segment.limit() < head + 8) {
            return null;
        }
        for (var i = 0; i < EXIF.length; i++) {
            if (segment.get(4 + i) != EXIF[i]) {
                return null;
            }
        }
        return segment.slice(head, segment.limit() - head);
    }
}
