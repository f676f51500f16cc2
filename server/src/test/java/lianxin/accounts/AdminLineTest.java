package lianxin.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Mandates;
import lianxin.access.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator types, and what comes of it. */
@SpringBootTest
@ActiveProfiles("admin")
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AdminLineTest {

    final AdminLine line;
    final Accounts accounts;
    final Mandates mandates;
    final PasswordEncoder passwords;
    final JdbcClient sql;
    final String unit = "U-" + UUID.randomUUID();

    @TempDir
    Path folder = Path.of("");

    AdminLineTest(AdminLine line, Accounts accounts, Mandates mandates, PasswordEncoder passwords, JdbcClient sql) {
        this.line = line;
        this.accounts = accounts;
        this.mandates = mandates;
        this.passwords = passwords;
        this.sql = sql;
    }

    record Said(int exit, String out, String err) {}

    @Test
    void anAccountIsOpenedGivenAMandateShownAndClosed() {
        assertThat(type("account", "open", "line-wang", "王某").exit()).isZero();
        assertThat(type("account", "find", "line-w").out()).contains("line-wang  王某  open");
        assertThat(type("mandate", "show", "line-wang").out()).contains("Nothing now");

        var given = type("mandate", "give", "line-wang", "township", "370827101000", "--reason", "doc 3");
        assertThat(given.out()).contains("Township", "because: doc 3");
        assertThat(mandates.live(account("line-wang")))
                .singleElement()
                .satisfies(m -> assertThat(m.role()).isEqualTo(Role.TOWNSHIP));

        var mandate = found("[0-9a-f-]{36}", given.out()).getFirst();
        assertThat(type("mandate", "end", mandate).exit()).isZero();
        assertThat(mandates.live(account("line-wang"))).isEmpty();

        assertThat(type("account", "close", "line-wang").exit()).isZero();
        assertThat(accounts.byLogin("line-wang")).isEmpty();
        assertThat(type("account", "reopen", "line-wang").exit()).isZero();
        assertThat(accounts.byLogin("line-wang")).isPresent();
    }

    @Test
    void lettersGoToWhoeverNeverSignedInAndANewOneMakesTheOldWorthless() throws IOException {
        sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, since)
                values (gen_random_uuid(), :unit, '某局', 'COUNTY', 'GOVERNMENT', 370827000000, '2020-01-01')
                """).param("unit", unit).update();
        cadre("Line/01", "李某");
        cadre("Line/02", "赵某");
        var first = letters("first.pdf");
        assertThat(first).containsOnlyKeys("line-01", "line-02");
        assertThat(matches(first, "line-01")).isTrue();
        assertThat(account("line-01").passwordUntil())
                .as("for choosing one’s own")
                .isNotNull();

        var again = type("account", "letters", unit, folder.resolve("first.pdf").toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("cannot-be-written", "first.pdf");
        assertThat(folder.resolve("first.pdf")).exists();
        assertThat(matches(first, "line-01"))
                .as("the letters that were written are still good")
                .isTrue();

        accounts.choosePassword(account("line-02").id(), "correct horse battery staple");
        var second = letters("second.pdf");
        assertThat(second).containsOnlyKeys("line-01");
        assertThat(matches(first, "line-01")).as("the older letter").isFalse();
        assertThat(matches(second, "line-01")).isTrue();

        accounts.choosePassword(account("line-01").id(), "correct horse battery staple");
        var none = type("account", "letters", unit, folder.resolve("third.pdf").toString());
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("nobody-to-write-to", "某局");
        assertThat(folder.resolve("third.pdf")).doesNotExist();
    }

    @Test
    void aLinkIsToldAndWhatCannotBeIsRefused() {
        type("account", "open", "line-li", "李某");
        assertThat(type("account", "link", "line-li").out()).containsPattern("http\\S+/sign-in/link/[\\w-]{22}");
        assertThat(type("account", "link", "line-nobody").err()).contains("no-such-account");
        assertThat(type("account", "open", "Line Li", "李某").err()).contains("not-a-login");
        assertThat(type("account", "open", "line-zhao", "赵某", "--person", "X-0").err())
                .contains("no-such-key", "X-0");
        assertThat(type("account", "letters", "X-0", folder.resolve("x.pdf").toString())
                        .err())
                .contains("no-such-key");
        assertThat(type("mandate", "give", "line-li", "CADRE", "370827101000", "--reason", "x")
                        .err())
                .contains("mandate-incomplete");
        assertThat(type("mandate", "give", "line-li", "KING", "370827101000", "--reason", "x")
                        .exit())
                .isEqualTo(2);
        assertThat(type("nonsense").exit()).isEqualTo(2);
        assertThat(type().out()).contains("account", "mandate");
        assertThat(type("account", "--help").out()).contains("find", "letters", "link");
    }

    @Test
    void itSpeaksChinese() {
        var out = new ByteArrayOutputStream();
        var terminal = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(line.execute(new String[] {"account", "--help"}, Locale.CHINESE, terminal, terminal))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("密码信");
    }

    private Map<String, String> letters(String name) throws IOException {
        var file = folder.resolve(name);
        var said = type("account", "letters", unit, file.toString());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var pdf = Loader.loadPDF(file.toFile())) {
            var text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
            var byLogin = new TreeMap<String, String>();
            Pattern.compile("(line-\\d\\d)\\s+Password\\s+([a-z2-9]{16})")
                    .matcher(text)
                    .results()
                    .forEach(letter -> byLogin.put(letter.group(1), letter.group(2)));
            return byLogin;
        }
    }

    private boolean matches(Map<String, String> letters, String login) {
        return passwords.matches(letters.get(login), account(login).password());
    }

    private void cadre(String key, String name) {
        sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
                select gen_random_uuid(), :key, id, place, :name, 'lm', '科员', 'STAFF', '2020-01-01' from staff.unit where key = :unit
                """).param("key", key).param("name", name).param("unit", unit).update();
    }

    private Account account(String login) {
        return accounts.byLogin(login).orElseThrow();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Said type(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = line.execute(
                words,
                Locale.ENGLISH,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
