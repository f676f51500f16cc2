package lianxin.cases;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** The number people call a case by: year and month, and six of Crockford’s characters (30 random bits), so that one does not tell the next. */
final class CaseNumbers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern NUMBER = Pattern.compile("\\d{4}-[" + ALPHABET + "]{6}");

    private CaseNumbers() {}

    /** Whether it can be a number at all. */
    static boolean isOne(String said) {
        return NUMBER.matcher(said).matches();
    }

    static String next(LocalDate day) {
        var number = new StringBuilder("%02d%02d-".formatted(day.getYear() % 100, day.getMonthValue()));
        for (var i = 0; i < 6; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return number.toString();
    }
}
