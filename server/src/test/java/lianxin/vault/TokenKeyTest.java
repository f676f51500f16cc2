package lianxin.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A key of keys on a token. Runs where SoftHSM is installed (Debian: softhsm2), in a process of its own, because SoftHSM learns from the environment
 * where its tokens are.
 */
class TokenKeyTest {

    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    static final String PIN = "567890";

    @Test
    void wrapsAndDerivesOnTheToken(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(LIBRARY), "no SoftHSM here");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        run(
                folder,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "lianxin",
                "--so-pin",
                "123456",
                "--pin",
                PIN);
        run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenKeyTest.class.getName(),
                folder.toString());
    }

    private static void run(Path folder, String... command) throws Exception {
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        var status = builder.start().waitFor();
        assertThat(status).as(Files.readString(said)).isZero();
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var configuration = Files.writeString(
                folder.resolve("token.cfg"), "name = lianxin\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
        var pin = Files.writeString(folder.resolve("pin"), PIN + "\n");
        locked("token-empty", () -> TokenKey.open(configuration, List.of(pin)));
        putKeys(configuration);

        var key = TokenKey.open(configuration, List.of(pin));
        var wrapped = key.wrap(new byte[] {1, 2, 3}, "data key 1 of phone");
        assertThat(wrapped).hasSize(Suite.NONCE + 3 + Suite.TAG);
        assertThat(key.unwrap(wrapped, "data key 1 of phone")).containsExactly(1, 2, 3);
        locked("does-not-open", () -> key.unwrap(wrapped, "data key 2 of phone"));
        assertThat(key.derive("one")).hasSize(32).isEqualTo(key.derive("one")).isNotEqualTo(key.derive("other"));
    }

    private static void locked(String reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Locked.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void putKeys(Path configuration) throws Exception {
        var token = Security.getProvider("SunPKCS11").configure(configuration.toString());
        var keys = KeyStore.getInstance("PKCS11", token);
        keys.load(null, PIN.toCharArray());
        keys.setKeyEntry("lianxin-kek", new SecretKeySpec(random(), "AES"), null, null);
        keys.setKeyEntry("lianxin-blind", new SecretKeySpec(random(), "Generic"), null, null);
    }

    private static byte[] random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
