package lianxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a phone did and was told, line by line as it happened: all a {@link Checker} knows of it. Words are parted by a tab.
 *
 * <pre>
 * W item household made seen words  written down at «made» by its own clock, seen at «seen»; to be sent until there is a receipt
 * P item                          the same, of something that makes no sense and must be refused
 * A item answer                   the first receipt for it
 * B item answer                   a receipt for it that is not the same as the first
 * H household hash                holds this at the end
 * V item                          is shown this visit at the end
 * R root                          was told this root at the end
 * </pre>
 */
record Journal(Path file) {

    void add(String... words) {
        try {
            Files.writeString(
                    file, String.join("\t", words) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines, each in its words. */
    List<String[]> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
