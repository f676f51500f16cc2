package lianxin.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint with signatures under it (C2SP signed-note). Lines by keys one does not know are kept and mean nothing.
 *
 * @param signatures whole lines, each beginning with a dash
 */
public record Note(Checkpoint checkpoint, List<String> signatures) {

    private static final int ED25519 = 64;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note; whether anybody known has signed it is another question. */
    public static Note parse(String text) {
        var gap = text.indexOf("\n\n");
        if (gap < 0 || !text.endsWith("\n")) {
            throw new Broken("not-a-checkpoint");
        }
        var lines = text.substring(gap + 2).lines().toList();
        if (lines.isEmpty() || !lines.stream().allMatch(line -> line.matches("— \\S+ [A-Za-z0-9+/=]+"))) {
            throw new Broken("not-a-checkpoint");
        }
        return new Note(Checkpoint.parse(text.substring(0, gap + 1)), lines);
    }

    /** The note with one more signature. */
    public Note and(String signature) {
        var all = new ArrayList<>(signatures);
        all.add(signature);
        return new Note(checkpoint, all);
    }

    /** Whether the log or witness of that key has signed this checkpoint. */
    public boolean signedBy(VerifierKey key) {
        return signatures.stream()
                .anyMatch(line -> signature(line, key)
                        .filter(blob -> switch (key.kind()) {
                            case LOG -> key.verifies(checkpoint.bytes(), blob);
                            case WITNESS -> witnessed(blob, key);
                        })
                        .isPresent());
    }

    /** When the witness of that key signed this checkpoint, if it did. */
    public Optional<Instant> seenBy(VerifierKey key) {
        return signatures.stream()
                .flatMap(line -> signature(line, key).stream())
                .filter(blob -> witnessed(blob, key))
                .map(blob -> Instant.ofEpochSecond(ByteBuffer.wrap(blob).getLong()))
                .findFirst();
    }

    /** What a witness signs: the time and the checkpoint (C2SP tlog-cosignature). */
    static byte[] cosigned(Checkpoint checkpoint, long epochSecond) {
        return ("cosignature/v1\ntime " + epochSecond + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }

    private boolean witnessed(byte[] blob, VerifierKey key) {
        if (blob.length != Long.BYTES + ED25519) {
            return false;
        }
        var buffer = ByteBuffer.wrap(blob);
        return key.verifies(cosigned(checkpoint, buffer.getLong()), Arrays.copyOfRange(blob, Long.BYTES, blob.length));
    }

    /** The signature in a line, without the key's number, if it is by that key. */
    private static Optional<byte[]> signature(String line, VerifierKey key) {
        var parts = line.split(" ");
        if (parts.length != 3 || !parts[1].equals(key.name())) {
            return Optional.empty();
        }
        try {
            var blob = Base64.getDecoder().decode(parts[2]);
            return blob.length > 4 && Arrays.equals(Arrays.copyOf(blob, 4), key.id())
                    ? Optional.of(Arrays.copyOfRange(blob, 4, blob.length))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return checkpoint + "\n" + String.join("\n", signatures) + "\n";
    }
}
