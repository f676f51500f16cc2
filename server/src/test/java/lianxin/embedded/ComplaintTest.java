package lianxin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL and the loader really say, and what we make of it. */
class ComplaintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            initdb: error: could not write file "x": No space left on device | disk-full
            PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device | disk-full
            initdb: error: could not create directory "/x": Permission denied | not-writable
            java.nio.file.FileSystemException: /x: Read-only file system | not-writable
            java.nio.file.AccessDeniedException: /x | not-writable
            FATAL:  could not map anonymous shared memory: Cannot allocate memory | memory
            setpriv: failed to execute /x/initdb: Permission denied | not-runnable
            Cannot run program "/x/initdb": error=13, Permission denied | not-runnable
            Cannot run program "/x/initdb": error=2, No such file or directory | not-runnable
            """)
    void isUnderstood(String said, String key) {
        var told = Complaint.of(said, Path.of("/x"));
        assertThat(told.getMessage()).isEqualTo(Words.say(key, "/x"));
        assertThat(told.remedy()).isEqualTo(Words.say(key + ".do", "/x"));
    }

    @Test
    void aMissingLibraryIsNamed() {
        var told = Complaint.of(
                "postgres: error while loading shared libraries: libstdc++.so.6: cannot open shared object file",
                Path.of("/x"));
        assertThat(told.getMessage()).isEqualTo(Words.say("library", "libstdc++.so.6"));
    }

    @Test
    void anOldCLibraryIsToldTheVersionItLacks() {
        var told = Complaint.of(
                "postgres: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.27' not found", Path.of("/x"));
        assertThat(told.getMessage()).isEqualTo(Words.say("glibc", "2.27"));
    }

    @Test
    void whatNobodyForesawIsQuotedByItsGravestLine() {
        var told = Complaint.of(
                "LOG:  starting\nFATAL:  the moon is full\nLOG:  database system is shut down\n", Path.of("/x"));
        assertThat(told.getMessage()).contains("FATAL:  the moon is full");
        assertThat(told.remedy()).contains("/x");
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        var chinese = ResourceBundle.getBundle("messages/embedded", Locale.CHINESE);
        var english = ResourceBundle.getBundle("messages/embedded", Locale.ENGLISH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }
}
