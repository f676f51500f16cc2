package lianxin.signin;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a password must be like: long, and not one that everybody tries. No rule about kinds of letters, no forced change (ASVS 6.2). */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final List<String> WALKS = List.of(
            "qwertyuiopasdfghjklzxcvbnm",
            "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba",
            "qazwsxedcrfvtgbyhnujmikolp");

    private static final Set<String> WORDS = Set.of(
            "password",
            "passw",
            "passwd",
            "admin",
            "administrator",
            "welcome",
            "iloveyou",
            "woaini",
            "lianxin",
            "office",
            "zhongguo",
            "china",
            "mima",
            "letmein",
            "monkey",
            "dragon",
            "sunshine",
            "princess",
            "login",
            "changeme",
            "root",
            "user",
            "test",
            "guest",
            "jining");

    private PasswordRules() {}

    /** Refuses what is shorter than twelve characters, made of few different ones, or known to be tried first. */
    static void strong(String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST
                || length > LONGEST
                || password.codePoints().distinct().count() < 5
                || triedFirst(password.toLowerCase(Locale.ROOT))) {
            throw SignInRefusal.PASSWORD_WEAK.because(SHORTEST, LONGEST);
        }
    }

    /** Digits alone (a birthday, a telephone), one piece over and over, a walk along the keyboard, or a word everybody tries with digits around it. */
    private static boolean triedFirst(String password) {
        var core = password.replaceAll("[^a-z]", "");
        return core.isEmpty() && password.chars().allMatch(Character::isDigit)
                || password.matches("(.{1,5})\\1+.{0,3}")
                || WALKS.stream().anyMatch(walk -> !core.isEmpty() && walk.contains(core))
                || WORDS.contains(core);
    }
}
