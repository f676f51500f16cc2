package lianxin.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import lianxin.ledger.Scribe;
import lianxin.ledger.SignerKey;
import lianxin.ledger.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that signs the record, in a folder outside the database. Made once, when there is nothing to sign yet; a missing one is never replaced
 * behind anybody’s back.
 */
@Component
class Keys {

    private final Path folder;
    private final EntryStore entries;

    private @Nullable Scribe scribe;

    Keys(@Value("${lianxin.keys}") Path folder, EntryStore entries) {
        this.folder = folder;
        this.entries = entries;
    }

    /** Who signs; refused with a {@code Broken} when the key is not there although something was signed before. */
    synchronized Scribe scribe() {
        if (scribe == null) {
            var file = folder.resolve("record.key");
            var key = Files.exists(file) || entries.lastSigned().isPresent()
                    ? SignerKey.read(file)
                    : SignerKey.make(name(), VerifierKey.Kind.LOG, file);
            scribe = new Scribe(key, folder.resolve("record.last-signed"));
        }
        return scribe;
    }

    /** Two records must never bear the same name. */
    private static String name() {
        var random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "lianxin-record-" + HexFormat.of().formatHex(random);
    }
}
