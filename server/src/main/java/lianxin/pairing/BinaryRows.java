package lianxin.pairing;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.copy.CopyIn;

/** Pairs in the binary format of COPY (signature, rows of counted fields, trailer), sent 64 KiB at a time. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int ROW = 2 + (4 + 16) + (4 + 16) + (4 + 8);

    private final CopyIn in;
    private final ByteBuffer buffer = ByteBuffer.allocate(65_536);

    BinaryRows(CopyIn in) {
        this.in = in;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void add(UUID household, UUID cadre, long place) throws SQLException {
        if (buffer.remaining() < ROW) {
            send();
        }
        buffer.putShort((short) 3);
        put(household);
        put(cadre);
        buffer.putInt(8).putLong(place);
    }

    private void put(UUID id) {
        buffer.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** Sends what is left and ends the copy. */
    void end() throws SQLException {
        if (buffer.remaining() < 2) {
            send();
        }
        buffer.putShort((short) -1);
        send();
        in.endCopy();
    }

    private void send() throws SQLException {
        in.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
