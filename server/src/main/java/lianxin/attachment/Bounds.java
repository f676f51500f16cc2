package lianxin.attachment;

/**
 * How much is taken, as holds on a day.
 *
 * @param files beside one thing
 * @param bytes of one file as it comes in
 * @param pixels of one picture as it comes in
 * @param edge longest side of a picture as it is kept, in pixels
 * @param pages of one PDF
 */
public record Bounds(int files, int bytes, int pixels, int edge, int pages, String source) {

    /** For people: 1024 times 1024 bytes. */
    public int mebibytes() {
        return bytes >> 20;
    }

    /** For people: a million pixels. */
    int megapixels() {
        return pixels / 1_000_000;
    }
}
