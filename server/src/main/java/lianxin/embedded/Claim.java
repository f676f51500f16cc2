package lianxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process at a time uses a database in the box. The kernel gives the claim back when its holder dies. */
final class Claim implements AutoCloseable {

    /** Asked first: closing any channel on a file gives up this process's kernel lock on it. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path path;

    private final FileChannel lock;

    private Claim(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static Claim on(Home home) {
        var path = home.lock();
        if (!HERE.add(path)) {
            throw NotStarted.because(
                    "in-use", home.mine(), ProcessHandle.current().pid());
        }
        var claimed = false;
        try {
            var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            claimed = channel.tryLock() != null;
            if (!claimed) {
                channel.close();
                throw NotStarted.because("in-use", home.mine(), Files.readString(path));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new Claim(path, channel);
        } catch (IOException e) {
            throw Complaint.of(String.valueOf(e), home.mine());
        } finally {
            if (!claimed) {
                HERE.remove(path);
            }
        }
    }

    /** Whether another process holds the database. */
    static boolean elsewhere(Home home) {
        if (HERE.contains(home.lock()) || Files.notExists(home.lock())) {
            return false;
        }
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
                var mine = channel.tryLock()) {
            return mine == null;
        } catch (IOException e) {
            throw Complaint.of(String.valueOf(e), home.mine());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HERE.remove(path);
        }
    }
}
