package lianxin.ledger;

import java.nio.charset.StandardCharsets;

/**
 * One state of a log: so many leaves, this root. Its text is what is signed (C2SP tlog-checkpoint).
 *
 * @param origin name of the log, the same for its whole life
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** Reads the three lines. */
    static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isBlank() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Broken("not-a-checkpoint");
        }
        var checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.parse(lines[2]));
        if (!checkpoint.toString().equals(text)) {
            throw new Broken("not-a-checkpoint");
        }
        return checkpoint;
    }

    byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
