package lianxin.vault;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The ways of sealing. A deployment chooses one; values sealed in the other stay readable. */
public enum Suite {
    /** AES-256-GCM and HMAC-SHA256, by the JDK. */
    AES(1, "AES", 32, "HmacSHA256", null),
    /** SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905), by Bouncy Castle. */
    SM4(2, "SM4", 16, "HmacSM3", new BouncyCastleProvider());

    static final int NONCE = 12;
    static final int TAG = 16;

    final byte number;
    final int keyBytes;

    private final String algorithm;
    private final String hmac;
    private final @Nullable Provider provider;

    Suite(int number, String algorithm, int keyBytes, String hmac, @Nullable Provider provider) {
        this.number = (byte) number;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.hmac = hmac;
        this.provider = provider;
    }

    static Suite of(byte number) {
        for (var suite : values()) {
            if (suite.number == number) {
                return suite;
            }
        }
        throw new Locked("unknown-suite", number);
    }

    /** Ciphertext and tag. */
    byte[] encrypt(byte[] key, byte[] nonce, byte[] bound, byte[] clear) {
        return run(Cipher.ENCRYPT_MODE, key, nonce, bound, clear);
    }

    /** The clear text; refused when anything of it is not as it was sealed. */
    byte[] decrypt(byte[] key, byte[] nonce, byte[] bound, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, key, nonce, bound, sealed);
    }

    byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = provider == null ? Mac.getInstance(hmac) : Mac.getInstance(hmac, provider);
            mac.init(new SecretKeySpec(key, hmac));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
        try {
            var name = algorithm + "/GCM/NoPadding";
            var cipher = provider == null ? Cipher.getInstance(name) : Cipher.getInstance(name, provider);
            cipher.init(mode, new SecretKeySpec(key, algorithm), new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new Locked("does-not-open", e.getClass().getSimpleName());
        }
    }
}
