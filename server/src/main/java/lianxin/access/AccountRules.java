package lianxin.access;

import java.util.regex.Pattern;

/** What an account must be like. */
final class AccountRules {

    /** What can be typed on any keyboard and read from paper. */
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private static final int NAME = 40;

    private AccountRules() {}

    static void sound(String login, String name) {
        if (!LOGIN.matcher(login).matches()) {
            throw AccessRefusal.NOT_A_LOGIN.because(login);
        }
        if (name.isBlank() || name.strip().length() > NAME) {
            throw AccessRefusal.ACCOUNT_WITHOUT_NAME.because(NAME);
        }
    }
}
