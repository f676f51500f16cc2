package lianxin.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Seals values and opens them, and makes what they are found by. Who may, and that it is recorded, is the business of the room that keeps them.
 * Everything here takes tidy values ({@link Shape#tidy}).
 */
@Service
public class Vault {

    /** Bytes of what an exact value is found by, and of what its last four characters are found by. */
    private static final int EXACT = 16;

    private static final int ENDING = 2;

    private final Ring ring;
    private final Lock lock;
    private final VaultSettings settings;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    Vault(Ring ring, Lock lock, VaultSettings settings) {
        this.ring = ring;
        this.lock = lock;
        this.settings = settings;
    }

    /** The value under lock, bound to the row. */
    public Cell seal(Field field, UUID row, String value) {
        return seal(field, row, value.getBytes(StandardCharsets.UTF_8), value);
    }

    /** As {@link #seal(Field, UUID, String)}, for what is no text. */
    public Cell seal(Field field, UUID row, byte[] clear) {
        return seal(field, row, clear, "");
    }

    private Cell seal(Field field, UUID row, byte[] clear, String found) {
        var key = ring.active(field);
        var seal = Seal.of(key.suite(), key.id(), ring.secret(key.id()), field, row, clear);
        return new Cell(
                row,
                seal.bytes(),
                key.id(),
                exact(settings.suite(), field, found),
                ending(settings.suite(), field, found));
    }

    /** The value again; {@link Locked} when the seal was changed, or moved from another row or column, or its key is gone. */
    public String open(Field field, UUID row, byte[] sealed) {
        return new String(openBytes(field, row, sealed), StandardCharsets.UTF_8);
    }

    /** As {@link #open}, for what is no text. */
    public byte[] openBytes(Field field, UUID row, byte[] sealed) {
        var seal = Seal.parse(sealed);
        return seal.open(ring.secret(seal.key()), field, row);
    }

    /** The same value under the active key. */
    Cell again(Field field, Cells.Old old) {
        return field.shape() == Shape.BYTES
                ? seal(field, old.row(), openBytes(field, old.row(), old.sealed()))
                : seal(field, old.row(), open(field, old.row(), old.sealed()));
    }

    /** What a value may lie under: one hash for each way of sealing that may still be about. */
    public List<byte[]> exactly(Field field, String value) {
        return Stream.of(Suite.values())
                .map(suite -> exact(suite, field, value))
                .toList();
    }

    /** As {@link #exactly}, for the last four characters. Many values share one: look only within a place, and compare what is opened. */
    public List<byte[]> endingWith(Field field, String lastFour) {
        return Stream.of(Suite.values())
                .map(suite -> hashed(suite, field, "ending", lastFour, ENDING))
                .toList();
    }

    private byte[] exact(Suite suite, Field field, String value) {
        return hashed(suite, field, "exact", field.shape().findable() ? value : "", EXACT);
    }

    private byte[] ending(Suite suite, Field field, String value) {
        return hashed(suite, field, "ending", field.shape().findable() ? Shape.lastFour(value) : "", ENDING);
    }

    /** Each column and each use has a key of its own, derived from the key of keys and never written anywhere. */
    private byte[] hashed(Suite suite, Field field, String use, String value, int bytes) {
        var label = "blind " + use + " " + suite + " " + field.name();
        var key = Objects.requireNonNull(
                derived.computeIfAbsent(label, l -> lock.master().derive(l)));
        return Arrays.copyOf(suite.hmac(key, value.getBytes(StandardCharsets.UTF_8)), bytes);
    }
}
