package lianxin.accounts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Role;
import lianxin.platform.Refusal;
import lianxin.platform.Words;
import lianxin.signin.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the system administrator can say at the terminal: each line does what the button of the page does. */
@Component
@Profile("admin")
class AccountLine {

    private static final int SHOWN = 200;
    private static final String FOR_US_ALONE = "rw-------";
    private static final Caller CALLER = AdminLine.as(Role.SYSTEM_ADMIN);

    private final Accounts accounts;
    private final Links links;
    private final People people;
    private final Letters letters;

    AccountLine(Accounts accounts, Links links, People people, Letters letters) {
        this.accounts = accounts;
        this.links = links;
        this.people = people;
        this.letters = letters;
    }

    Object in(Words words, PrintStream out) {
        return new Typed(words, out);
    }

    @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    class Typed {

        private final Words words;
        private final PrintStream out;

        private Typed(Words words, PrintStream out) {
            this.words = words;
            this.out = out;
        }

        @Command(name = "find")
        void find(
                @Parameters(paramLabel = "WORDS", defaultValue = "", descriptionKey = "accounts.line.words")
                        String asked) {
            var found = accounts.search(asked, "", SHOWN, CALLER);
            found.forEach(account -> out.println(account.login() + "  " + account.name() + "  "
                    + words.t(account.open() ? "accounts.open" : "accounts.closed")));
            if (found.isEmpty()) {
                out.println(words.t("accounts.none"));
            }
        }

        @Command(name = "open")
        void open(
                @Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login,
                @Parameters(paramLabel = "NAME", descriptionKey = "accounts.line.name") String name,
                @Option(names = "--person", paramLabel = "NUMBER", descriptionKey = "accounts.line.person") @Nullable
                        String person) {
            accounts.open(login, name, person == null ? null : people.cadre(person), CALLER);
            out.println(words.t("accounts.line.opened", login));
        }

        @Command(name = "link")
        void link(@Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login) {
            out.println(words.t("accounts.line.linked", login));
            out.println(links.again(id(login)));
        }

        @Command(name = "letters")
        void letters(
                @Parameters(paramLabel = "UNIT", descriptionKey = "accounts.line.unit") String unit,
                @Parameters(paramLabel = "FILE", descriptionKey = "accounts.line.file") Path file)
                throws IOException {
            var pdf = fresh(file);
            try (pdf) {
                var all = letters.to(unit, CALLER); // once it is sure that they can be written down
                letters.print(all, words, pdf);
                out.println(words.t("accounts.line.written", all.size(), file));
            } catch (Refusal refusal) {
                Files.deleteIfExists(file);
                throw refusal;
            }
        }

        @Command(name = "close")
        void close(@Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login) {
            accounts.close(id(login), CALLER);
            out.println(words.t("accounts.line.closed", login));
        }

        @Command(name = "reopen")
        void reopen(@Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login) {
            accounts.reopen(id(login), CALLER);
            out.println(words.t("accounts.line.reopened", login));
        }

        private OutputStream fresh(Path file) {
            try {
                return Channels.newOutputStream(Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOR_US_ALONE))));
            } catch (IOException e) {
                throw AccountsRefusal.CANNOT_BE_WRITTEN.because(file.toString());
            }
        }

        private UUID id(String login) {
            return accounts.require(login, CALLER).id();
        }
    }
}
