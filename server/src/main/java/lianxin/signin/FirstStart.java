package lianxin.signin;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.platform.Words;
import lianxin.region.Ground;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A house nobody can sign in to is of no use: while nobody has, each start writes a link per founding account on the terminal. Each is for another
 * person: the programme office and the three administrators. There is no password to be forgotten in a drawer.
 */
@Component
@Profile("!admin")
@ConditionalOnProperty(name = "lianxin.demo.enabled", havingValue = "false", matchIfMissing = true)
class FirstStart implements ApplicationRunner {

    private static final List<Role> FOUNDERS =
            List.of(Role.OFFICE, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final Accounts accounts;
    private final Links links;
    private final MessageSource messages;
    private final Environment environment;

    FirstStart(Accounts accounts, Links links, MessageSource messages, Environment environment) {
        this.accounts = accounts;
        this.links = links;
        this.messages = messages;
        this.environment = environment;
    }

    @Override
    @SuppressWarnings("SystemOut") // the terminal is the one place where a link may be told
    public void run(ApplicationArguments arguments) {
        open(System.out);
    }

    void open(PrintStream terminal) {
        if (accounts.begun()) {
            return;
        }
        var words =
                new Words(messages, Locale.getDefault().getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
        terminal.println(words.t("signin.first"));
        for (var role : FOUNDERS) {
            var login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            var account = accounts.found(login, words.t("access.role." + role), role, Ground.EVERYWHERE);
            terminal.println(
                    "  " + words.t("access.role." + role) + " (" + login + "): " + address() + links.make(account));
        }
    }

    private String address() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
