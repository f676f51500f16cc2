package lianxin.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The 4,000 commonest of twelve characters and more (ASVS 6.2.4 asks for 3,000). */
    private static final Set<String> COMMON = common();

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
        return COMMON.contains(password)
                || core.isEmpty() && password.chars().allMatch(Character::isDigit)
                || password.matches("(.{1,5})\\1+.{0,3}")
                || WALKS.stream().anyMatch(walk -> !core.isEmpty() && walk.contains(core))
                || WORDS.contains(core);
    }

    private static Set<String> common() {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/signin/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return list.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
