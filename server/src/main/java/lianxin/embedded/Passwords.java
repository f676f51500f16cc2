package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of PostgreSQL's three roles, made once, kept in a file only we may read.
 *
 * @param keeper of the superuser {@code postgres}, which only prepares
 * @param owner of {@code lianxin}, which owns the one database, is no superuser and only migrates
 * @param house of {@code lianxin_app}, which owns nothing and is what the application works as
 */
record Passwords(String keeper, String owner, String house) {

    /** Read, or made and written before there is anything to protect. */
    static Passwords in(Home home) throws IOException {
        var file = home.passwords();
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file);
            if (lines.size() == 3) {
                return new Passwords(lines.get(0), lines.get(1), lines.get(2));
            }
            if (lines.size() == 2) { // written before the application had a role of its own
                return new Passwords(lines.get(0), lines.get(1), random()).kept(file);
            }
        }
        if (Files.exists(home.data())) {
            throw NotStarted.because("no-passwords", file);
        }
        return new Passwords(random(), random(), random()).kept(file);
    }

    /** Beside its place first: half a file would lock us out. */
    private Passwords kept(Path file) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, keeper + "\n" + owner + "\n" + house + "\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return this;
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
