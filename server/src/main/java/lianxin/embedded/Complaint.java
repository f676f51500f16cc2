package lianxin.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What PostgreSQL, or the loader before it, complains of, in words that say what to do. */
final class Complaint {

    private static final Pattern LIBRARY = Pattern.compile("error while loading shared libraries: ([^:\\s]+)");

    private static final Pattern GLIBC = Pattern.compile("version `GLIBC_([0-9.]+)' not found");

    private Complaint() {}

    /** The refusal for what was said in the folder. */
    static NotStarted of(String said, Path folder) {
        var glibc = GLIBC.matcher(said);
        if (glibc.find()) {
            return NotStarted.because("glibc", glibc.group(1));
        }
        var library = LIBRARY.matcher(said);
        if (library.find()) {
            return NotStarted.because("library", library.group(1));
        }
        if (says(said, "No space left on device", "Disk quota exceeded")) {
            return NotStarted.because("disk-full", folder);
        }
        if (says(said, "Cannot run program", "failed to execute")) {
            return NotStarted.because("not-runnable", folder);
        }
        if (says(
                said,
                "could not map anonymous shared memory",
                "Cannot allocate memory",
                "could not create semaphores")) {
            return NotStarted.because("memory");
        }
        if (says(said, "Permission denied", "AccessDenied", "Read-only file system", "Not a directory")) {
            return NotStarted.because("not-writable", folder);
        }
        if (says(said, "unrecognized configuration parameter", "invalid value for parameter")) {
            return NotStarted.because("bad-option", lastLine(said));
        }
        return NotStarted.because("unknown", lastLine(said), folder);
    }

    private static boolean says(String said, String... phrases) {
        return List.of(phrases).stream().anyMatch(said::contains);
    }

    /** The last line that carries an error, else the last line. */
    private static String lastLine(String said) {
        var lines = said.strip().lines().toList();
        return lines.stream()
                .filter(line -> says(line, "FATAL:", "PANIC:", "error:"))
                .reduce((_, later) -> later)
                .orElse(lines.isEmpty() ? "" : lines.getLast())
                .strip();
    }
}
