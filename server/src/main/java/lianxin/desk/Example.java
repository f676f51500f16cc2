package lianxin.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Five files to begin with: a small town nobody lives in. */
final class Example {

    private static final List<String> FILES =
            List.of("villages.csv", "units.csv", "cadres.csv", "households.csv", "rules.yaml");

    private Example() {}

    /** Writes them; what is there already is not touched. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : FILES) {
            if (!Files.exists(folder.resolve(file))) {
                try (var in = Objects.requireNonNull(Example.class.getResourceAsStream("/desk/" + file))) {
                    Files.copy(in, folder.resolve(file));
                }
            }
        }
    }
}
