package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;

/** The app on somebody's phone that computes codes. */
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** The code of this half minute for the secret that {@code page} shows. */
    public static String code(String page) {
        return Totp.code(secret(page), Instant.now().getEpochSecond() / Totp.STEP_SECONDS);
    }

    static byte[] secret(String page) {
        var said = SECRET.matcher(page);
        assertThat(said.find()).isTrue();
        var bits = new StringBuilder();
        said.group(1)
                .chars()
                .forEach(c -> bits.append(
                        Integer.toBinaryString(32 + ALPHABET.indexOf(c)).substring(1)));
        var secret = new byte[20];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return secret;
    }
}
