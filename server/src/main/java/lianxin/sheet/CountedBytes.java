package lianxin.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes have gone through it. */
final class CountedBytes extends FilterInputStream {

    private long read;

    CountedBytes(InputStream bytes) {
        super(bytes);
    }

    long count() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        read += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        read += Math.max(n, 0);
        return n;
    }
}
