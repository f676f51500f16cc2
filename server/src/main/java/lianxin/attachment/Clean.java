package lianxin.attachment;

/** A file as it may be kept. Made by {@link Attachments#clean} only. */
public final class Clean {

    private final Format format;
    private final byte[] bytes;

    Clean(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    Format format() {
        return format;
    }

    byte[] bytes() {
        return bytes;
    }
}
