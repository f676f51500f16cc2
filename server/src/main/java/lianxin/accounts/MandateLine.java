package lianxin.accounts;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.GiveMandate;
import lianxin.access.Mandate;
import lianxin.access.Mandates;
import lianxin.access.Places;
import lianxin.access.Role;
import lianxin.platform.CountyTime;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the security administrator can say at the terminal. */
@Component
@Profile("admin")
class MandateLine {

    private static final Caller CALLER = AdminLine.as(Role.SECURITY_ADMIN);

    private final Accounts accounts;
    private final Mandates mandates;
    private final People people;
    private final Divisions divisions;
    private final CountyTime time;

    MandateLine(Accounts accounts, Mandates mandates, People people, Divisions divisions, CountyTime time) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.people = people;
        this.divisions = divisions;
        this.time = time;
    }

    Object in(Words words, PrintStream out) {
        return new Typed(words, out, new Places(divisions, words, time.today()));
    }

    @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    class Typed {

        private final Words words;
        private final PrintStream out;
        private final Places places;

        private Typed(Words words, PrintStream out, Places places) {
            this.words = words;
            this.out = out;
            this.places = places;
        }

        @Command(name = "show")
        void show(@Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login) {
            var account = account(login);
            out.println(account.login() + "  " + account.name() + "  "
                    + words.t(account.open() ? "accounts.open" : "accounts.closed"));
            var live = mandates.live(account);
            live.forEach(this::show);
            if (live.isEmpty()) {
                out.println("  " + words.t("accounts.nothing"));
            }
        }

        @Command(name = "give")
        void give(
                @Parameters(paramLabel = "LOGIN", descriptionKey = "accounts.line.login") String login,
                @Parameters(paramLabel = "ROLE", descriptionKey = "accounts.line.role") Role role,
                @Parameters(paramLabel = "PLACE", descriptionKey = "accounts.line.place") String place,
                @Option(
                                names = "--reason",
                                required = true,
                                paramLabel = "TEXT",
                                descriptionKey = "accounts.line.reason")
                        String reason,
                @Option(names = "--unit", paramLabel = "NUMBER", descriptionKey = "accounts.line.liaison") @Nullable
                        String unit,
                @Option(names = "--cadre", paramLabel = "NUMBER", descriptionKey = "accounts.line.cadre") @Nullable
                        String cadre,
                @Option(names = "--until", paramLabel = "DAY", descriptionKey = "accounts.line.until") @Nullable
                        LocalDate until) {
            var wish = new GiveMandate(
                    role,
                    DivisionCode.of(place),
                    unit == null ? null : people.unit(unit).id(),
                    cadre == null ? null : people.cadre(cadre),
                    until,
                    reason);
            mandates.give(account(login).id(), wish, CALLER);
            show(login);
        }

        @Command(name = "end")
        void end(@Parameters(paramLabel = "MANDATE", descriptionKey = "accounts.line.mandate-of") UUID mandate) {
            mandates.end(mandate, CALLER);
            out.println(words.t("accounts.line.ended"));
        }

        private void show(Mandate mandate) {
            var until = mandate.until();
            out.println("  " + words.t("access.role." + mandate.role()) + " · " + places.name(mandate.ground()) + " · "
                    + words.t("access.kind." + mandate.kind()) + " · "
                    + (until == null
                            ? words.t("access.open-ended")
                            : words.t("accounts.line.ends", words.moment(until))));
            out.println("    " + words.t("accounts.does." + mandate.role()));
            var byPost = mandate.kind() == Mandate.Kind.POST;
            out.println("    "
                    + words.t(
                            "accounts.why",
                            words.moment(mandate.since()),
                            byPost ? words.t("accounts.by-post") : mandate.reason()));
            if (!byPost) {
                out.println("    " + mandate.id());
            }
        }

        private Account account(String login) {
            return accounts.require(login, CALLER);
        }
    }
}
