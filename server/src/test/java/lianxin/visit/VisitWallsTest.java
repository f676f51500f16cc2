package lianxin.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whoever judges people has no way to visits (I-NOFORCE, 国办函〔2026〕12号): a further neighbour is a decision, made here. */
class VisitWallsTest {

    @Test
    void onlyThePhoneTheFamilysCopyAndItsCasesKnowThem() throws IOException {
        try (var rooms = Files.list(Path.of("src/main/java/lianxin"))) {
            var know = rooms.map(room -> room.resolve("package-info.java"))
                    .filter(Files::exists)
                    .filter(VisitWallsTest::namesVisits)
                    .map(plate -> plate.getParent().getFileName().toString());
            assertThat(know).containsExactlyInAnyOrder("cases", "phone", "rights");
        }
    }

    private static boolean namesVisits(Path plate) {
        try {
            return Files.readString(plate).contains("\"visit\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
