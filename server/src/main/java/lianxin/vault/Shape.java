package lianxin.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What kind of value it is: how two ways of writing the same one are made one, and what is no such value. */
public enum Shape {
    /** Resident identity number: 18 characters with a right check digit; 15 digits of the old kind are completed. */
    ID_NUMBER {
        @Override
        public Optional<String> tidy(String written) {
            var text = halfWidth(written).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            if (text.matches("\\d{15}")) {
                var body = text.substring(0, 6) + "19" + text.substring(6);
                return Optional.of(body + checkDigit(body));
            }
            return text.matches("\\d{17}[\\dX]") && text.charAt(17) == checkDigit(text)
                    ? Optional.of(text)
                    : Optional.empty();
        }
    },

    /** Telephone: digits only, without the country. */
    PHONE {
        @Override
        public Optional<String> tidy(String written) {
            var digits = halfWidth(written).replaceAll("[\\s()\\-–.]", "").replaceFirst("^(\\+|00)86", "");
            if (digits.matches("86(1\\d{10})")) {
                digits = digits.substring(2);
            }
            return digits.matches("1\\d{10}|0\\d{9,11}|[2-8]\\d{6,7}") ? Optional.of(digits) : Optional.empty();
        }
    },

    /** Words. They are sealed as written and cannot be looked for. */
    TEXT {
        @Override
        public Optional<String> tidy(String written) {
            return written.isBlank() ? Optional.empty() : Optional.of(written);
        }
    },

    /** A file. It is no text, and nobody looks for one. */
    BYTES {
        @Override
        public Optional<String> tidy(String written) {
            return Optional.empty();
        }
    };

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** The one way of writing it; empty when it is no such value. */
    public abstract Optional<String> tidy(String written);

    /** Whether one may look for a value; words and files may not be found by guessing. */
    boolean findable() {
        return this != TEXT && this != BYTES;
    }

    /** The last four characters of a tidy value, by which people look for it. */
    static String lastFour(String value) {
        return value.substring(value.length() - 4);
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    }

    /** GB 11643-1999, ISO 7064 MOD 11-2 over the first seventeen digits. */
    private static char checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
