package lianxin.card;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** The code on a card: 20 characters of Crockford's alphabet (no I, L, O, U), 100 random bits, in lower case. */
final class CardCode {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{20}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private CardCode() {}

    static String next() {
        var code = new char[20];
        for (var i = 0; i < code.length; i++) {
            code[i] = ALPHABET.charAt(RANDOM.nextInt(32));
        }
        return new String(code);
    }

    static boolean shaped(String code) {
        return SHAPE.matcher(code).matches();
    }
}
