package lianxin.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What is kept. Whatever picture comes in leaves as a JPEG. */
public enum Format {
    JPEG("jpg", "image/jpeg"),
    PDF("pdf", "application/pdf");

    private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What we would keep of it, told by its first bytes and never by its name; empty when it is nothing we take. */
    static Optional<Format> of(byte[] given) {
        return begins(given, JPEG_BEGINS) || begins(given, Png.SIGNATURE)
                ? Optional.of(JPEG)
                : begins(given, PDF_BEGINS) ? Optional.of(PDF) : Optional.empty();
    }

    static boolean begins(byte[] given, byte[] with) {
        return given.length >= with.length && Arrays.equals(given, 0, with.length, with, 0, with.length);
    }
}
