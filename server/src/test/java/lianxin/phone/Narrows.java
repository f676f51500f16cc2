package lianxin.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The way to a database, which can become slow or fall silent while nobody hangs up. */
final class Narrows implements AutoCloseable {

    private final ServerSocket door;
    private final int beyond;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private volatile Duration late = Duration.ZERO;
    private volatile boolean silent;

    Narrows(int beyond) throws IOException {
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.beyond = beyond;
        Thread.startVirtualThread(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every answer comes so much later. */
    void late(Duration by) {
        late = by;
    }

    /** Nothing passes any more, in either direction. */
    void silent() {
        silent = true;
    }

    /** What was held back passes now, and what comes. */
    void well() {
        late = Duration.ZERO;
        silent = false;
    }

    private void welcome() {
        try {
            while (true) {
                var here = door.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), beyond);
                lines.add(here);
                lines.add(there);
                Thread.startVirtualThread(() -> pass(here, there, false));
                Thread.startVirtualThread(() -> pass(there, here, true));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        var some = new byte[64 * 1024];
        try (from;
                to) {
            for (var n = from.getInputStream().read(some);
                    n >= 0;
                    n = from.getInputStream().read(some)) {
                if (answers) {
                    LockSupport.parkNanos(late.toNanos());
                }
                while (silent) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                to.getOutputStream().write(some, 0, n);
            }
        } catch (IOException e) {
            // one of them hung up
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
