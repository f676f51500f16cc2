package lianxin.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * Counts what a workbook unpacks to, and stops it before it hurts.
 *
 * <p>Three counts, none of them taken from the file's own word: all bytes of this reading, the same as a multiple of the file's size, and
 * the bytes the XML parser had to read for one single event. The last one bounds memory whatever the long thing is: a text, a comment, an
 * attribute, a name.
 */
public final class Meter {

    /** Below this a high ratio means only that the file is small. */
    private static final long RATIO_FROM = 1L << 24;

    private final Limits limits;
    private final long most;
    private final long longest;
    private long unpacked;
    private long event;

    Meter(Limits limits, long packed) {
        this.limits = limits;
        this.most = Math.min(limits.unpackedBytes(), Math.max(RATIO_FROM, packed * limits.ratio()));
        // A character takes up to 10 bytes when it is written as a reference; the rest is the parser's own buffer.
        this.longest = limits.cellChars() * 10L + (1 << 16);
    }

    public long unpacked() {
        return unpacked;
    }

    /** The parser begins another event. */
    void nextEvent() {
        event = 0;
    }

    /** The bytes of one part, counted; {@code where} says which cell it is that turns out too long. */
    InputStream over(InputStream packed, Supplier<String> where) {
        return new FilterInputStream(packed) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1, where);
                return b;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int n = super.read(into, from, length);
                count(Math.max(n, 0), where);
                return n;
            }
        };
    }

    private void count(int bytes, Supplier<String> where) {
        unpacked += bytes;
        event += bytes;
        if (unpacked > most) {
            throw WorkbookRefusal.UNPACKS_TOO_LARGE.because(most >> 20);
        }
        if (event > longest) {
            throw WorkbookRefusal.CELL_TOO_LONG.because(where.get(), limits.cellChars());
        }
    }
}
