package lianxin.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Signs requests as the contract says ({@code docs/phone.md}), written anew from it. */
final class Seal {

    private final KeyPair keys;

    Seal() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            keys = maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open() {
        return keys.getPublic().getEncoded();
    }

    /** The whole request as it goes over the wire. */
    byte[] request(UUID phone, String path, byte[] body) {
        try {
            var at = Instant.now().toString();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            var sign = Signature.getInstance("SHA256withECDSAinP1363Format");
            sign.initSign(keys.getPrivate());
            sign.update(String.join("\n", "POST", path, at, hash).getBytes(UTF_8));
            var request = new ByteArrayOutputStream(body.length + 400);
            request.writeBytes(String.join(
                            "\r\n",
                            "POST " + path + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/json",
                            "Content-Length: " + body.length,
                            "Lianxin-Device: " + phone,
                            "Lianxin-At: " + at,
                            "Lianxin-Signature: " + Base64.getEncoder().encodeToString(sign.sign()),
                            "",
                            "")
                    .getBytes(ISO_8859_1));
            request.writeBytes(body);
            return request.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
