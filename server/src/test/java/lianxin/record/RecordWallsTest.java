package lianxin.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who can get at the record, and that nobody can stop it. */
class RecordWallsTest {

    static final Path ROOM = Path.of("src/main/java/lianxin/record");

    /** Rooms that show people’s data, and the first page. One that judges people must never stand here. */
    static final Set<String> NEIGHBOURS = Set.of(
            "accounts",
            "complaint",
            "mediation",
            "visit",
            "phone",
            "registry",
            "staff",
            "pairing",
            "coverage",
            "proposal",
            "repair",
            "card",
            "cases",
            "benefits",
            "gateway",
            "intake",
            "overview",
            "particulars",
            "board",
            "rights");

    @Test
    void onlyTheseRoomsKnowIt() throws IOException {
        try (var rooms = Files.list(ROOM.getParent())) {
            var know = rooms.filter(room -> Files.exists(room.resolve("package-info.java")))
                    .filter(room -> read(room.resolve("package-info.java")).contains("\"record\""))
                    .map(room -> room.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(NEIGHBOURS).containsAll(know);
        }
    }

    /** What other rooms can call writes, or says how the record stands. Nothing they can call hands out a leaf. */
    @Test
    void nobodyElseCanReadIt() {
        assertThat(Reads.class.getDeclaredMethods())
                .filteredOn(m -> Modifier.isPublic(m.getModifiers()))
                .extracting(Method::getReturnType)
                .containsOnly(void.class);
        assertThat(publicMethods(Conditions.class)).containsExactly("now");
        assertThat(publicMethods(Subjects.class)).containsExactly("forget");
        for (var reader : List.of(Auditing.class, RecordStore.class, EntryStore.class, RecordPages.class)) {
            assertThat(Modifier.isPublic(reader.getModifiers()))
                    .as("%s", reader)
                    .isFalse();
        }
    }

    /** A family may know who looked at its data: the room that answers families asks, and no other can so much as name it. */
    @Test
    void onlyTheFamilysOwnDeskLearnsWhoLooked() throws IOException {
        try (var files = Files.walk(ROOM.getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("lianxin.record.Seen"))
                            .map(file ->
                                    ROOM.getParent().relativize(file).getName(0).toString())
                            .distinct())
                    .containsExactly("rights");
        }
    }

    private static List<String> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .map(Method::getName)
                .toList();
    }

    @Test
    void nothingSwitchesItOff() throws IOException {
        try (var files = Files.list(ROOM)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(read(file))
                            .as("%s", file)
                            .doesNotContain("@Conditional", "@Profile", "@Lazy", "enabled"));
        }
        assertThat(RecordSettings.class.getRecordComponents())
                .extracting(c -> c.getName())
                .containsExactly("every", "witnesses");
        assertThatThrownBy(() -> new RecordSettings(Duration.ofMinutes(2), List.of()))
                .hasMessageContaining("between 1s and 60s");
        assertThatThrownBy(() -> new RecordSettings(Duration.ZERO, List.of())).hasMessageContaining("1s");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
