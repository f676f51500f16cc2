package lianxin.matcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Names and prices in a file: a word, a version, the fingerprint of the problem; then, deflated, the numbers as differences from the one before,
 * seven bits a byte, and a check sum. A reader takes no more than the problem has households and cadres, whatever the file says.
 */
final class KeptFile {

    private static final long WORD = 0x4C58_4B45_5054_0000L; // "LXKEPT"
    private static final int VERSION = 1;

    private KeptFile() {}

    static void write(Problem p, int[] cadreOf, long[] cadrePrice, OutputStream to) throws IOException {
        var head = new DataOutputStream(to);
        head.writeLong(WORD | VERSION);
        head.writeLong(p.fingerprint());
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            var packed = new DeflaterOutputStream(to, deflater, 1 << 14);
            var sum = new CheckedOutputStream(packed, new CRC32C());
            long last = 0;
            for (int c : cadreOf) {
                number(sum, c - last);
                last = c;
            }
            for (long price : cadrePrice) {
                number(sum, price - last);
                last = price;
            }
            number(packed, sum.getChecksum().getValue());
            packed.finish();
        } finally {
            deflater.end();
        }
        to.flush();
    }

    static Matched read(Problem p, InputStream from) throws IOException {
        try {
            var head = new DataInputStream(from);
            long word = head.readLong();
            if ((word & ~0xFFFFL) != WORD) {
                throw new BadProblem("kept plan", "this is something else");
            }
            if ((word & 0xFFFF) != VERSION) {
                throw new BadProblem("kept plan", "version " + (word & 0xFFFF) + " is not " + VERSION);
            }
            if (head.readLong() != p.fingerprint()) {
                throw new BadProblem("kept plan", "it was kept for another problem, or for this one before it changed");
            }
            return body(p, from);
        } catch (EOFException | ZipException _) {
            throw damaged();
        }
    }

    private static Matched body(Problem p, InputStream from) throws IOException {
        var packed = new InflaterInputStream(from);
        var sum = new CheckedInputStream(packed, new CRC32C());
        var cadreOf = new int[p.households];
        long last = 0;
        for (int h = 0; h < cadreOf.length; h++) {
            last += number(sum);
            if (last < -1 || last >= p.cadres) {
                throw damaged();
            }
            cadreOf[h] = (int) last;
        }
        var cadrePrice = new long[p.cadres];
        for (int c = 0; c < cadrePrice.length; c++) {
            last += number(sum);
            if (Math.abs(last) > Problem.DEAREST) {
                throw damaged();
            }
            cadrePrice[c] = last;
        }
        long expected = sum.getChecksum().getValue();
        if (number(packed) != expected || packed.read() >= 0) {
            throw damaged();
        }
        return new Matched(cadreOf, 0, cadrePrice);
    }

    private static BadProblem damaged() {
        return new BadProblem("kept plan", "the file is damaged");
    }

    private static void number(OutputStream to, long signed) throws IOException {
        long rest = signed << 1 ^ signed >> 63;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            to.write((int) (rest & 127 | 128));
        }
        to.write((int) rest);
    }

    private static long number(InputStream from) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = from.read();
            if (b < 0) {
                throw new EOFException();
            }
            number |= (long) (b & 127) << shift;
            if (b < 128) {
                return number >>> 1 ^ -(number & 1);
            }
        }
        throw damaged();
    }
}
