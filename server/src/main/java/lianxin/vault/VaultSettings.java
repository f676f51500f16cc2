package lianxin.vault;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the vault seals and where its key of keys is.
 *
 * @param suite for what is sealed from now on; what is sealed in the other stays readable and is sealed anew in the background
 * @param passphrases the two custodians' files; beside the key unless they are taken elsewhere
 * @param pkcs11 configuration file of a token (SunPKCS11) that holds the key of keys instead; its PIN is the first passphrase
 */
@ConfigurationProperties("lianxin.vault")
record VaultSettings(
        @DefaultValue("AES") Suite suite,
        @DefaultValue List<Path> passphrases,
        @Nullable Path pkcs11) {

    /** Where the key of keys is, when {@code keys} is the folder of the keys. */
    Custody custody(Path keys) {
        return new Custody(
                keys.resolve("vault.key"),
                passphrases.size() == 2
                        ? passphrases
                        : List.of(keys.resolve("custodian-1"), keys.resolve("custodian-2")));
    }
}
