package lianxin.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** What one needs to sign: an Ed25519 key in a file of two lines, its verifier's key and the PKCS #8 of the private half. */
public final class SignerKey {

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private SignerKey(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    /** The key in {@code file}; refused when there is none or its two halves do not belong together. */
    public static SignerKey read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            var key = new SignerKey(VerifierKey.parse(lines.get(0)), secret);
            if (!key.verifier.verifies(new byte[0], key.sign(new byte[0]))) {
                throw new Broken("key-file", file);
            }
            return key;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Broken("key-file", file);
        }
    }

    /** A new key, kept in {@code file}, which only we may read. */
    public static SignerKey make(String name, VerifierKey.Kind kind, Path file) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = new SignerKey(new VerifierKey(name, kind, pair.getPublic()), pair.getPrivate());
            Kept.anew(
                    file,
                    key.verifier + "\n"
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPrivate().getEncoded()) + "\n");
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The signature line of a log under {@code checkpoint}. */
    public String signs(Checkpoint checkpoint) {
        return line(sign(checkpoint.bytes()));
    }

    /** The signature line of a witness, who says since when it knows. */
    String cosigns(Checkpoint checkpoint, long epochSecond) {
        var signature = sign(Note.cosigned(checkpoint, epochSecond));
        return line(ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(epochSecond)
                .put(signature)
                .array());
    }

    private String line(byte[] signature) {
        var blob = ByteBuffer.allocate(4 + signature.length).put(verifier.id()).put(signature);
        return "— " + verifier.name() + " " + Base64.getEncoder().encodeToString(blob.array());
    }

    private byte[] sign(byte[] message) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
