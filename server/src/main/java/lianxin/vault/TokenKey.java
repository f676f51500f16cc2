package lianxin.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A key of keys that never leaves a token (PKCS #11). The token holds two keys made by its own tool: an AES key {@code lianxin-kek}, which wraps, and
 * a secret {@code lianxin-blind}, from which keys of hashes are derived by HMAC-SHA256.
 */
final class TokenKey implements MasterKey {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Provider token;
    private final Key wrapping;
    private final Key deriving;

    private TokenKey(Provider token, Key wrapping, Key deriving) {
        this.token = token;
        this.wrapping = wrapping;
        this.deriving = deriving;
    }

    /** @param passphrases the first is the file of the PIN */
    static TokenKey open(Path configuration, List<Path> passphrases) {
        try {
            var token = Security.getProvider("SunPKCS11").configure(configuration.toString());
            var keys = KeyStore.getInstance("PKCS11", token);
            keys.load(null, Files.readString(passphrases.getFirst()).strip().toCharArray());
            var wrapping = keys.getKey("lianxin-kek", null);
            var deriving = keys.getKey("lianxin-blind", null);
            if (wrapping == null || deriving == null) {
                throw new Locked("token-empty", configuration);
            }
            return new TokenKey(token, wrapping, deriving);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw e instanceof Locked locked ? locked : new Locked("token", configuration);
        }
    }

    @Override
    public byte[] wrap(byte[] secret, String purpose) {
        var nonce = new byte[Suite.NONCE];
        RANDOM.nextBytes(nonce);
        var text = run(Cipher.ENCRYPT_MODE, nonce, purpose, secret);
        return ByteBuffer.allocate(nonce.length + text.length)
                .put(nonce)
                .put(text)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(wrapped, Suite.NONCE),
                purpose,
                Arrays.copyOfRange(wrapped, Suite.NONCE, wrapped.length));
    }

    @Override
    public byte[] derive(String label) {
        try {
            var mac = Mac.getInstance("HmacSHA256", token);
            mac.init(deriving);
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Locked("token", e.getClass().getSimpleName());
        }
    }

    private byte[] run(int mode, byte[] nonce, String purpose, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding", token);
            cipher.init(mode, wrapping, new GCMParameterSpec(Suite.TAG * 8, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new Locked("does-not-open", e.getClass().getSimpleName());
        }
    }
}
