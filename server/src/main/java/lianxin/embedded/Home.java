package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import org.springframework.util.FileSystemUtils;

/**
 * Where everything is on the disk.
 *
 * <pre>
 * HOME/postgresql-…        the program, shared
 * HOME/NAME/lock           held by the process that uses it
 * HOME/NAME/passwords      of PostgreSQL's three roles; readable by us alone
 * HOME/NAME/port           where it listened last
 * HOME/NAME/server.log     what PostgreSQL said since its last start
 * HOME/NAME/database/      belongs to the account that runs PostgreSQL
 * HOME/keys/NAME/          keys to what is in it; not ours, but gone when the database is thrown away
 * </pre>
 */
record Home(Path root, String name) {

    /** Program 60 MB, an empty database 40 MB, its first log 16 MB, and room to work. */
    private static final long LEAST_FREE_MB = 300;

    /** Opens the folder, making it if there is none. */
    static Home at(Path root, String name) {
        var home = new Home(root.toAbsolutePath().normalize(), name);
        try {
            home.makeFolders();
            var free = home.freeMb();
            if (free < LEAST_FREE_MB) {
                throw NotStarted.because("disk", home.root, free, LEAST_FREE_MB);
            }
            return home;
        } catch (IOException e) {
            throw Complaint.of(String.valueOf(e), home.mine());
        }
    }

    /** New ones may be entered by PostgreSQL's account, whatever the umask; existing ones stay as they are. */
    private void makeFolders() throws IOException {
        var missing = new ArrayDeque<Path>();
        for (var folder = mine(); folder != null && Files.notExists(folder); folder = folder.getParent()) {
            missing.push(folder);
        }
        for (var folder : missing) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (!Files.isDirectory(mine()) || !Files.isWritable(mine())) {
            throw NotStarted.because("not-writable", mine());
        }
    }

    long freeMb() throws IOException {
        return Files.getFileStore(mine()).getUsableSpace() >> 20;
    }

    /**
     * This folder, if PostgreSQL's account may enter it. A root session often works in /root, where it may not; then
     * a folder of /var/lib named after it.
     */
    static Path preferring(Path folder, String name) {
        var root = folder.toAbsolutePath().normalize();
        var account = Account.forDatabaseIn(new Home(root, name).database());
        return account.mayEnter(root)
                ? root
                : Path.of("/var/lib/lianxin", root.toString().substring(1).replace('/', '-'));
    }

    Path mine() {
        return root.resolve(name);
    }

    Path lock() {
        return mine().resolve("lock");
    }

    Path passwords() {
        return mine().resolve("passwords");
    }

    Path port() {
        return mine().resolve("port");
    }

    Path database() {
        return mine().resolve("database");
    }

    Path data() {
        return database().resolve("data");
    }

    Path keys() {
        return root.resolve("keys").resolve(name);
    }

    Path log() {
        return mine().resolve("server.log");
    }

    /** Throws away all that is kept under this name. */
    void empty() throws IOException {
        FileSystemUtils.deleteRecursively(database());
        FileSystemUtils.deleteRecursively(keys());
        Files.deleteIfExists(passwords());
        Files.deleteIfExists(port());
    }
}
