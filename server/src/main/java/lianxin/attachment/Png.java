package lianxin.attachment;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG (ISO/IEC 15948), read before anybody decodes one. */
final class Png {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** What draws the picture. Texts, profiles, places, times and further pictures are left out, packed or not. */
    private static final Set<String> DRAWS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private static final int FRAME = 12;

    private Png() {}

    /** Without what does not draw, and without what stands behind its end. */
    static byte[] bare(byte[] png) throws IOException {
        var bare = new ByteArrayOutputStream(png.length);
        bare.writeBytes(SIGNATURE);
        for (var at = SIGNATURE.length; at + FRAME <= png.length; ) {
            var chunk = ByteBuffer.wrap(png, at, png.length - at).slice();
            var length = chunk.getInt(0);
            if (length < 0 || length > chunk.limit() - FRAME || crc(png, at, length) != chunk.getInt(8 + length)) {
                throw new EOFException("no chunk");
            }
            var type = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
            if (DRAWS.contains(type)) {
                bare.write(png, at, FRAME + length);
            }
            if (type.equals("IEND")) {
                return bare.toByteArray();
            }
            at += FRAME + length;
        }
        throw new EOFException("no end");
    }

    private static int crc(byte[] png, int at, int length) {
        var crc = new CRC32();
        crc.update(png, at + 4, 4 + length);
        return (int) crc.getValue();
    }
}
