package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of PostgreSQL's two roles, made once, kept in a file only we may read.
 *
 * @param keeper of the superuser {@code postgres}, which only prepares
 * @param house of {@code lianxin}, which owns the one database and is no superuser
 */
record Passwords(String keeper, String house) {

    /** Read, or made and written before there is anything to protect. */
    static Passwords in(Home home) throws IOException {
        var file = home.passwords();
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file);
            if (lines.size() == 2) {
                return new Passwords(lines.get(0), lines.get(1));
            }
        }
        if (Files.exists(home.data())) {
            throw NotStarted.because("no-passwords", file);
        }
        var made = new Passwords(random(), random());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, made.keeper + "\n" + made.house + "\n");
        return made;
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
