package lianxin.egress;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a message between machines is signed: as Standard Webhooks (standardwebhooks.com) says, so that either side checks it with what it has. */
public final class Signature {

    /** A message whose time is farther off than this is refused. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A new secret, as the standard writes it. */
    public static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The three headers; the time is that of this try. */
    public static Map<String, String> headers(String secret, UUID message, Instant at, String body) {
        var id = "msg_" + message;
        var seconds = Long.toString(at.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", seconds);
        headers.put("webhook-signature", VERSION + mac(secret, id + "." + seconds + "." + body));
        return headers;
    }

    /** What is signed, under a secret. */
    public static String mac(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The three headers of a message that came in; {@code signatures} may be several with blanks between, for secrets old and new. */
    public record Of(String id, String timestamp, String signatures) {

        /** Whether whoever knows the secret signed this body, just now. Whether it came before is for whoever keeps the identities. */
        public boolean fits(String secret, String body, Instant now) {
            if (!id.matches("[\\x21-\\x7e&&[^.]]{1,200}") || !timestamp.matches("\\d{1,12}")) {
                return false;
            }
            var off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            if (off.abs().compareTo(WINDOW) > 0) {
                return false;
            }
            var right = (VERSION + mac(secret, id + "." + timestamp + "." + body)).getBytes(StandardCharsets.UTF_8);
            return Arrays.stream(signatures.split(" "))
                    .anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), right));
        }
    }
}
