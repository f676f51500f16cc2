package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** Whoever reads the whole table can compute no code; the app of its owner goes on working. */
@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AppSecretsTest {

    final AppSecrets secrets;
    final Accounts accounts;
    final JdbcClient sql;
    UUID account = new UUID(0, 0);

    AppSecretsTest(AppSecrets secrets, Accounts accounts, JdbcClient sql) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.sql = sql;
    }

    @BeforeEach
    void somebody() {
        account = accounts.open(
                "secret-" + UUID.randomUUID(),
                "correct horse battery",
                "x",
                Role.AUDITOR,
                Ground.EVERYWHERE,
                null,
                null);
    }

    @Test
    void whatLiesInTheTableIsNotTheSecret() {
        var secret = Totp.secret();
        secrets.offer(account, secret);
        assertThat(kept()).hasSizeGreaterThan(secret.length).isNotEqualTo(secret);
        assertThat(new String(kept(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(secrets.of(account).orElseThrow().secret()).isEqualTo(secret);
    }

    @Test
    void oneFromBeforeTheVaultWorksAndIsSealed() {
        var secret = Totp.secret();
        sql.sql("insert into signin.second_factor (account, secret, confirmed_at) values (:account, :secret, now())")
                .param("account", account)
                .param("secret", secret)
                .update();
        assertThat(secrets.of(account).orElseThrow().secret()).isEqualTo(secret);
        secrets.sealWhatLiesOpen();
        assertThat(kept()).isNotEqualTo(secret);
        assertThat(secrets.of(account)).hasValueSatisfying(opened -> {
            assertThat(opened.secret()).isEqualTo(secret);
            assertThat(opened.confirmed()).isTrue();
        });
    }

    @Test
    void aConfirmedSecretIsNotReplaced() {
        var secret = Totp.secret();
        secrets.offer(account, secret);
        sql.sql("update signin.second_factor set confirmed_at = now() where account = :account")
                .param("account", account)
                .update();
        secrets.offer(account, Totp.secret());
        assertThat(secrets.of(account).orElseThrow().secret()).isEqualTo(secret);
    }

    private byte[] kept() {
        return sql.sql("select secret from signin.second_factor where account = :account")
                .param("account", account)
                .query(byte[].class)
                .single();
    }
}
