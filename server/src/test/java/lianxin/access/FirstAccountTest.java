package lianxin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FirstAccountTest {

    final FirstAccount first;
    final Accounts accounts;
    final PasswordEncoder passwords;
    final JdbcClient sql;
    final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    FirstAccountTest(FirstAccount first, Accounts accounts, PasswordEncoder passwords, JdbcClient sql) {
        this.first = first;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sql = sql;
    }

    @Test
    void anEmptyHouseOpensOneAccountAndSaysItsPasswordOnce() {
        sql.sql("delete from access.account").update();
        open();
        var told = Pattern.compile("[a-z2-9]{16}").matcher(terminal.toString(StandardCharsets.UTF_8));
        assertThat(told.find()).isTrue();
        assertThat(passwords.matches(
                        told.group(),
                        accounts.loadUserByUsername(FirstAccount.LOGIN).getPassword()))
                .isTrue();
        terminal.reset();
        open();
        assertThat(terminal.size()).as("a second start says nothing").isZero();
    }

    private void open() {
        first.open(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }
}
