package lianxin.accounts;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.region.Ground;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./lianxin admin …}: accounts and mandates at the terminal of the machine the house runs on. Whoever may read the database's passwords there
 * stands above every wall anyhow; what he does here is written down like anybody's.
 */
@Component
@Profile("admin")
class AdminLine implements ApplicationRunner, ExitCodeGenerator {

    private static final int REFUSED = 1;

    private final AccountLine accounts;
    private final MandateLine mandates;
    private final MessageSource messages;
    private int exit;

    AdminLine(AccountLine accounts, MandateLine mandates, MessageSource messages) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.messages = messages;
    }

    @Override
    @SuppressWarnings("SystemOut") // the terminal is whom it speaks to
    public void run(ApplicationArguments arguments) {
        var typed = Arrays.stream(arguments.getSourceArgs()).skip(1).toArray(String[]::new); // after the word admin
        exit = execute(typed, Locale.getDefault(), System.out, System.err);
    }

    @Override
    public int getExitCode() {
        return exit;
    }

    /** The exit code: 0 done, 1 refused, 2 misused. */
    int execute(String[] typed, Locale locale, PrintStream said, PrintStream told) {
        var language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        var words = new Words(messages, language);
        var line = new CommandLine(new Root());
        line.addSubcommand("account", accounts.in(words, said)).addSubcommand("mandate", mandates.in(words, said));
        describe(line, words);
        return line.setResourceBundle(ResourceBundle.getBundle("messages/accounts", language))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said, true, said.charset()))
                .setErr(new PrintWriter(told, true, told.charset()))
                .setExecutionExceptionHandler((e, _, _) -> refused(e, words, told))
                .execute(typed.length == 0 ? new String[] {"--help"} : typed);
    }

    private static void describe(CommandLine line, Words words) {
        line.getSubcommands().forEach((name, command) -> {
            command.getCommandSpec().usageMessage().description(words.t("accounts.line." + name));
            describe(command, words);
        });
    }

    /** At the terminal one is whichever administrator the deed is for: whoever stands here could be any of them. What is written down says that it was the house. */
    static Caller as(Role administrator) {
        return new Caller(Caller.THE_HOUSE, "", administrator, Ground.EVERYWHERE, null, null);
    }

    @Command(name = "./lianxin admin", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    private static final class Root {}

    private static int refused(Exception e, Words words, PrintStream told) throws Exception {
        if (!(e instanceof Refusal refusal)) {
            throw e;
        }
        told.println(
                words.t(refusal.getTitleMessageCode()) + " (" + refusal.kind().code() + ")");
        told.println(words.source()
                .getMessage(refusal.getDetailMessageCode(), refusal.getDetailMessageArguments(), words.locale()));
        return REFUSED;
    }
}
