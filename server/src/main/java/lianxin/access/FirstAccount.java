package lianxin.access;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Locale;
import lianxin.platform.Words;
import lianxin.region.Ground;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A house nobody can sign in to is of no use: its first start opens one account and writes its password on the terminal, once. */
@Component
@ConditionalOnProperty(name = "lianxin.demo.enabled", havingValue = "false", matchIfMissing = true)
class FirstAccount implements ApplicationRunner {

    static final String LOGIN = "office";

    /** Every division code there is. */
    /** No letters that are taken for others when read from a screen. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;

    private final Accounts accounts;
    private final MessageSource messages;

    FirstAccount(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @Override
    @SuppressWarnings("SystemOut") // the terminal is the one place where a password may be told
    public void run(ApplicationArguments arguments) {
        open(System.out);
    }

    void open(PrintStream terminal) {
        if (!accounts.none()) {
            return;
        }
        var words =
                new Words(messages, Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
        var password = password();
        accounts.open(LOGIN, password, words.t("access.first.name"), Role.OFFICE, Ground.EVERYWHERE, null, null);
        terminal.println(words.t("access.first", LOGIN, password));
    }

    private static String password() {
        var random = new SecureRandom();
        var password = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
