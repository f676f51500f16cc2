package lianxin.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of keys that lies in memory while the application runs. */
final class FileKey implements MasterKey {

    static final int SIZE = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    FileKey(byte[] key) {
        this.key = key.clone();
    }

    static FileKey random() {
        var key = new byte[SIZE];
        RANDOM.nextBytes(key);
        return new FileKey(key);
    }

    @Override
    public byte[] wrap(byte[] secret, String purpose) {
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        var text = Suite.AES.encrypt(key, nonce, purpose.getBytes(StandardCharsets.UTF_8), secret);
        return ByteBuffer.allocate(nonce.length + text.length)
                .put(nonce)
                .put(text)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
        return Suite.AES.decrypt(
                key,
                Arrays.copyOf(wrapped, Suite.NONCE),
                purpose.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(wrapped, Suite.NONCE, wrapped.length));
    }

    @Override
    public byte[] derive(String label) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(new SecretKeySpec(key, "Generic"))
                            .thenExpand(label.getBytes(StandardCharsets.UTF_8), SIZE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The two halves of the key; each alone is a random number. */
    byte[][] shares() {
        var one = new byte[SIZE];
        RANDOM.nextBytes(one);
        return new byte[][] {one, xor(one, key)};
    }

    static FileKey of(byte[] one, byte[] other) {
        return new FileKey(xor(one, other));
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var both = new byte[SIZE];
        for (var i = 0; i < SIZE; i++) {
            both[i] = (byte) (one[i] ^ other[i]);
        }
        return both;
    }
}
