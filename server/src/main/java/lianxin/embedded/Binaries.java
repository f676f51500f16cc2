package lianxin.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL program, unpacked from its jar once per version and shared by all databases of the home folder. */
record Binaries(Path folder) {

    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

    static Binaries in(Path root, Consumer<String> tell) {
        var jar = Binaries.class.getResource(RESOURCE);
        if (jar == null || !System.getProperty("os.name").equals("Linux") || !isAmd64()) {
            throw NotStarted.because("platform", System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        try {
            // Named after its content: another version, another folder.
            var content = ((JarURLConnection) jar.openConnection()).getJarEntry();
            var folder = root.resolve("postgresql-" + Long.toHexString(content.getCrc()));
            if (Files.notExists(folder)) {
                unpack(folder, tell);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw Complaint.of(String.valueOf(e.getMessage()), root);
        }
    }

    private static boolean isAmd64() {
        return List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    /** Beside its place first, so that a half-unpacked folder never bears the name. */
    private static void unpack(Path folder, Consumer<String> tell) throws IOException {
        var watch = Watch.started();
        var aside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (var packed = Binaries.class.getResourceAsStream(RESOURCE);
                var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                place(entry, archive, aside);
            }
            allow(aside, "rwxr-xr-x");
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.notExists(folder)) { // else another process was quicker, which is as good
                throw e;
            }
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
        tell.accept(Words.say("unpacked", watch.seconds()));
    }

    private static void place(TarArchiveEntry entry, TarArchiveInputStream archive, Path aside) throws IOException {
        var target = aside.resolve(entry.getName()).normalize();
        if (!target.startsWith(aside)) {
            throw new IOException("An entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            allow(target, "rwxr-xr-x");
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, target);
            allow(target, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    /** Whatever the umask of the session. */
    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The major version, asked of the program itself; so we also know that it runs on this machine. */
    int version(Account account) {
        var asked = Command.run(account.running(List.of(program("postgres"), "--version")), folder);
        var version = VERSION.matcher(asked.said());
        if (!asked.worked() || !version.find()) {
            throw Complaint.of(asked.said(), folder);
        }
        return Integer.parseInt(version.group(1));
    }
}
