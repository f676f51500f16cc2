package lianxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lianxin.matcher.Flow;

/** Writes a flow for a program that is not Java: nodes, number of arcs, supplies, arcs; little-endian. */
final class FlowFile implements AutoCloseable {

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    private FlowFile(FileChannel file) {
        this.file = file;
    }

    static void write(Flow flow, Path path) throws IOException {
        var arcs = new long[1];
        flow.arcs((_, _, _, _) -> arcs[0]++);
        try (var file = new FlowFile(FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            file.room().putInt(flow.nodes()).putLong(arcs[0]);
            for (int node = 0; node < flow.nodes(); node++) {
                file.room().putInt(flow.supply(node));
            }
            flow.arcs((from, to, capacity, price) ->
                    file.room().putInt(from).putInt(to).putInt(capacity).putLong(price));
        }
    }

    /** The buffer, with room for one row. */
    private ByteBuffer room() {
        if (buffer.remaining() < 32) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }
}
