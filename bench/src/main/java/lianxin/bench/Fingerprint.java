package lianxin.bench;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lianxin.matcher.Problem;

/** Sixteen hexadecimal digits that differ when anything of a problem that a solver can see does. */
final class Fingerprint {

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Problem p) {
        return new Fingerprint().over(p);
    }

    private String over(Problem p) {
        for (int h = 0; h < p.households(); h++) {
            put(p.villageOf(h));
            put(p.needClassOf(h));
            put(p.lastOf(h));
            put(p.pinOf(h));
            int someone = h % p.cadres();
            put(p.price(h, someone));
            put(p.allows(h, someone) ? 1 : 0);
        }
        for (int c = 0; c < p.cadres(); c++) {
            put(p.unitOf(c));
            put(p.lower(c));
            put(p.target(c));
            put(p.upper(c));
            put(p.loadPrice(c, p.upper(c) + 1));
            for (int i = 0; i < 16; i++) {
                int v = (int) ((c * 31L + i * 7_919L) % p.villages());
                put(p.distance(v, c) * 2L + (p.serves(c, v) ? 1 : 0));
            }
        }
        flush();
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private void put(long number) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(number);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
