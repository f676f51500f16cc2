package lianxin.complaint;

import java.security.SecureRandom;
import java.time.LocalDate;

/** What may be written, and how numbers and secrets are made. */
final class ComplaintRules {

    static final int WORDS = 2_000;
    static final int SHORT = 200;
    /** A third look is no longer the office’s (Regulation on petitions, art. 36: after the second review it ends). */
    static final int LOOKS_AGAIN = 2;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ComplaintRules() {}

    /** What was said, without what no screen shows; refused when nothing is left or it is too long. */
    static String said(String words, int longest) {
        var said = tidy(words);
        if (said.isEmpty() || said.length() > longest) {
            throw ComplaintRefusal.UNCLEAR.because(longest);
        }
        return said;
    }

    /** As {@link #said}, where nothing is fine too. */
    static String maybe(String words) {
        return words.isBlank() ? "" : said(words, SHORT);
    }

    private static String tidy(String words) {
        return words.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\\n]]+", " ").strip();
    }

    /** A number: year, month and 30 random bits. */
    static String number(LocalDate day) {
        return "C%02d%02d-%s".formatted(day.getYear() % 100, day.getMonthValue(), random(6));
    }

    /** A secret of 40 random bits, without characters that are taken for others. */
    static String secret() {
        return random(8);
    }

    private static String random(int characters) {
        var text = new StringBuilder();
        for (var i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(32)));
        }
        return text.toString();
    }
}
