package lianxin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL. It refuses root; so root lends it an account that may do nothing else.
 *
 * @param lent whether we are root and {@code uid} is somebody else
 */
record Account(int uid, int gid, boolean lent) {

    /** The kernel's number for "nobody in particular", on every Linux. */
    private static final int NOBODY = 65534;

    /** Ourselves; or, for root, the owner of what is kept already, else the machine's postgres or nobody. */
    static Account forDatabaseIn(Path database) {
        try {
            var me = owner(Path.of("/proc/self"));
            var keptBy = Files.exists(database) ? owner(database) : null;
            if (me.uid != 0) {
                if (keptBy != null && keptBy.uid != me.uid) {
                    throw NotStarted.because("foreign", database, keptBy.uid);
                }
                return me;
            }
            var lent = keptBy != null && keptBy.uid != 0 ? keptBy.asLent() : unprivileged();
            if (!Command.run(lent.running(List.of("true")), Path.of("/")).worked()) {
                throw NotStarted.because("root"); // no setpriv here, or a container that forbids it
            }
            return lent;
        } catch (IOException e) {
            throw NotStarted.because("not-writable", database);
        }
    }

    private static Account owner(Path path) throws IOException {
        return new Account(
                (int) Files.getAttribute(path, "unix:uid"), (int) Files.getAttribute(path, "unix:gid"), false);
    }

    private Account asLent() {
        return new Account(uid, gid, true);
    }

    private static Account unprivileged() throws IOException {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            var known = lines.map(line -> line.split(":", -1))
                    .filter(user -> user.length > 3)
                    .filter(user -> user[0].equals("postgres") || user[0].equals("nobody"))
                    .sorted((one, other) -> other[0].compareTo(one[0])) // postgres before nobody
                    .map(user -> new Account(Integer.parseInt(user[2]), Integer.parseInt(user[3]), true))
                    .filter(user -> user.uid != 0)
                    .findFirst();
            return known.orElse(new Account(NOBODY, NOBODY, true));
        }
    }

    /** The command as this account runs it: out of the terminal's reach, so that Ctrl-C asks us first. */
    List<String> running(List<String> command) {
        var whole = new ArrayList<String>();
        program("setsid").ifPresent(whole::add);
        if (lent) {
            whole.addAll(List.of(
                    program("setpriv").orElse("setpriv"),
                    "--reuid=" + uid,
                    "--regid=" + gid,
                    "--clear-groups",
                    "--inh-caps=-all",
                    "--no-new-privs"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Makes the path this account's own. */
    void give(Path path) throws IOException {
        if (lent) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Whether this account gets as far as that folder, or as far as anything of it exists. */
    boolean mayEnter(Path folder) {
        if (!lent) {
            return true;
        }
        if (Files.notExists(folder)) {
            var parent = folder.toAbsolutePath().getParent();
            return parent == null || mayEnter(parent);
        }
        return Command.run(running(List.of("test", "-x", folder.toString())), Path.of("/"))
                .worked();
    }

    private static Optional<String> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"), new String[] {"/usr/bin", "/bin"})
                .flatMap(Stream::of)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
