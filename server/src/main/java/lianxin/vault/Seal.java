package lianxin.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * A sealed value as it lies in a column: {@code version(1) | suite(1) | key(4) | nonce(12) | ciphertext | tag(16)}.
 *
 * @param key number of the key in {@code vault.key}
 */
record Seal(Suite suite, int key, byte[] nonce, byte[] text) {

    private static final byte VERSION = 1;
    private static final int HEAD = 2 + Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Seal of(Suite suite, int key, byte[] secret, Field field, UUID row, byte[] clear) {
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        return new Seal(suite, key, nonce, suite.encrypt(secret, nonce, bound(field, row, suite, key), clear));
    }

    static Seal parse(byte[] bytes) {
        if (bytes.length < HEAD + Suite.NONCE + Suite.TAG || bytes[0] != VERSION) {
            throw new Locked("not-a-seal");
        }
        var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        var suite = Suite.of(buffer.get());
        var key = buffer.getInt();
        var nonce = new byte[Suite.NONCE];
        buffer.get(nonce);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        return new Seal(suite, key, nonce, text);
    }

    byte[] open(byte[] secret, Field field, UUID row) {
        return suite.decrypt(secret, nonce, bound(field, row, suite, key), text);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + nonce.length + text.length)
                .put(VERSION)
                .put(suite.number)
                .putInt(key)
                .put(nonce)
                .put(text)
                .array();
    }

    /** What a seal is bound to: moved elsewhere, or relabelled, it does not open. */
    private static byte[] bound(Field field, UUID row, Suite suite, int key) {
        return (field.table() + "|" + field.column() + "|" + row + "|" + suite.number + "|" + key)
                .getBytes(StandardCharsets.UTF_8);
    }
}
