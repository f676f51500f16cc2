package lianxin.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What one needs to check a signature: the public half of an Ed25519 key under a name, as C2SP signed-note writes it
 * ({@code NAME+HASH+KEY}).
 *
 * @param kind what its signatures say: of a log “this is my state”, of a witness “I have seen nothing but growth until then”
 */
public record VerifierKey(String name, Kind kind, PublicKey key) {

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int RAW = 32;

    /** Algorithm numbers of C2SP signed-note. */
    public enum Kind {
        LOG(1),
        WITNESS(4);

        final byte number;

        Kind(int number) {
            this.number = (byte) number;
        }
    }

    /** Reads {@code NAME+HASH+KEY}. */
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        try {
            var typed = Base64.getDecoder().decode(parts[2]);
            var kind = typed[0] == Kind.LOG.number ? Kind.LOG : Kind.WITNESS;
            var raw = Arrays.copyOfRange(typed, 1, typed.length);
            var key = new VerifierKey(parts[0], kind, fromRaw(raw));
            if (typed[0] != kind.number || raw.length != RAW || !key.toString().equals(text.strip())) {
                throw new Broken("not-a-key", text);
            }
            return key;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | GeneralSecurityException e) {
            throw new Broken("not-a-key", text);
        }
    }

    private static PublicKey fromRaw(byte[] raw) throws GeneralSecurityException {
        var encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Four bytes by which a signature line names the key. */
    byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return Arrays.copyOf(digest.digest(typed()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] typed() {
        var encoded = key.getEncoded();
        var typed = new byte[1 + RAW];
        typed[0] = kind.number;
        System.arraycopy(encoded, encoded.length - RAW, typed, 1, RAW);
        return typed;
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }
}
