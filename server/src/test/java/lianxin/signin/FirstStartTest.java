package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lianxin.access.Accounts;
import lianxin.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FirstStartTest {

    static final String CHOSEN = "correct horse battery staple";

    final FirstStart first;
    final Links links;
    final Accounts accounts;
    final PasswordEncoder passwords;
    final JdbcClient sql;
    final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    FirstStartTest(FirstStart first, Links links, Accounts accounts, PasswordEncoder passwords, JdbcClient sql) {
        this.first = first;
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sql = sql;
    }

    @Test
    void anEmptyHousePrintsALinkForEachFounderUntilOneIsUsed() {
        sql.sql("delete from access.account").update();
        var told = start();
        assertThat(told).hasSize(4).doesNotHaveDuplicates();
        assertThat(accounts.byLogin("office").orElseThrow().password())
                .as("no default password")
                .isNull();
        var again = start();
        assertThat(again).hasSize(4).doesNotContainAnyElementsOf(told);
        assertThat(links.good(told.getFirst())).as("the older link").isFalse();

        links.use(again.getFirst(), CHOSEN);
        assertThat(passwords.matches(
                        CHOSEN, accounts.byLogin("office").orElseThrow().password()))
                .isTrue();
        assertThat(start()).as("a start after that says nothing").isEmpty();
        assertThatThrownBy(() -> links.use(again.getFirst(), CHOSEN))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo("link-over"));
    }

    @Test
    void anUnknownLinkIsOverToo() {
        assertThatThrownBy(() -> links.use("AAAAAAAAAAAAAAAAAAAAAA", CHOSEN))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo("link-over"));
    }

    private List<String> start() {
        terminal.reset();
        first.open(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        return Pattern.compile("/sign-in/link/([\\w-]{22})")
                .matcher(terminal.toString(StandardCharsets.UTF_8))
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
