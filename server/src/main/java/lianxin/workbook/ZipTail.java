package lianxin.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a zip file says at its end about its list of parts. The JDK reads that whole list into memory, and a small file can carry a very
 * long one, so we look at its length first.
 */
record ZipTail(long parts, long listBytes) {

    private static final int END = 22;
    private static final int LOCATOR = 20;
    private static final int END_64 = 56;

    private static final long MOST_PARTS = 10_000;
    private static final long MOST_LIST_BYTES = 4 << 20;

    /** Refuses a file that is cut short or that lists more parts than any workbook has. */
    static void check(Path file) throws IOException {
        var tail = of(file);
        if (tail.parts > MOST_PARTS || tail.listBytes > MOST_LIST_BYTES) {
            throw WorkbookRefusal.UNPACKS_TOO_LARGE.because(MOST_LIST_BYTES >> 20);
        }
    }

    private static ZipTail of(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(channel.size(), END + 0xffff + LOCATOR);
            var tail = read(channel, channel.size() - length, length);
            for (int at = length - END; at >= 0; at--) {
                if (tail.getInt(at) == 0x06054b50) {
                    return at >= LOCATOR && tail.getInt(at - LOCATOR) == 0x07064b50
                            ? large(channel, tail.getLong(at - LOCATOR + 8))
                            : new ZipTail(tail.getShort(at + 10) & 0xffff, tail.getInt(at + 12) & 0xffff_ffffL);
                }
            }
            throw WorkbookRefusal.DAMAGED.because("zip");
        }
    }

    private static ZipTail large(FileChannel channel, long at) throws IOException {
        if (at < 0 || at > channel.size() - END_64) {
            throw WorkbookRefusal.DAMAGED.because("zip");
        }
        var end = read(channel, at, END_64);
        long parts = end.getLong(32);
        long listBytes = end.getLong(40);
        if (end.getInt(0) != 0x06064b50 || parts < 0 || listBytes < 0) {
            throw WorkbookRefusal.DAMAGED.because("zip");
        }
        return new ZipTail(parts, listBytes);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // A channel may answer in pieces.
        }
        return bytes;
    }
}
