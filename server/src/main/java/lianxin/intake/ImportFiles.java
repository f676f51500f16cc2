package lianxin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where files wait. Each lies under its import's identity, whatever its sender called it. */
@Component
class ImportFiles {

    private final Path dir;

    ImportFiles(IntakeSettings settings) {
        this.dir = settings.dir();
    }

    Path of(UUID id) {
        return dir.resolve(id.toString());
    }

    boolean there(UUID id) {
        return Files.isRegularFile(of(id));
    }

    Kept keep(UUID id, InputStream file) {
        try {
            prepare();
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = Files.copy(new DigestInputStream(file, digest), of(id));
            return new Kept(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(dir)) {
            Files.createDirectories(dir);
            if (dir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /** What was kept. */
    record Kept(long bytes, String sha256) {}
}
