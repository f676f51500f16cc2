package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the walls between the rooms standing. */
class HouseTest {

    static final Path SOURCES = Path.of("src/main/java/lianxin");
    static final Path TEXTS = Path.of("src/main/resources/messages");
    static final ApplicationModules ROOMS = ApplicationModules.of(Lianxin.class);

    @Test
    void roomsKeepToTheirDoors() {
        ROOMS.verify();
    }

    @Test
    void everyRoomHasADoorPlate() throws IOException {
        for (var room : rooms()) {
            assertThat(Files.readString(SOURCES.resolve(room).resolve("package-info.java")))
                    .as("door plate of %s", room)
                    .contains("/**", "@NullMarked", "@ApplicationModule", "allowedDependencies");
        }
    }

    /** What docs/architecture.md says of each room: a floor above all it may call, exactly those, and every kind of news it has. */
    @Test
    void theTableOfRoomsIsTrue() throws IOException {
        var row = Pattern.compile("\\| (\\d+) \\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|");
        var floors = new TreeMap<String, Integer>();
        var calls = new TreeMap<String, String>();
        var tells = new TreeMap<String, String>();
        row.matcher(Files.readString(Path.of("../docs/architecture.md")))
                .results()
                .forEach(r -> {
                    floors.put(r.group(2), Integer.valueOf(r.group(1)));
                    calls.put(r.group(2), r.group(3).replaceAll("\\(.*?\\)", ""));
                    tells.put(r.group(2), r.group(4));
                });
        assertThat(floors.keySet()).isEqualTo(Set.copyOf(rooms()));
        var below = Set.of("platform", "region", "scope", "access", "matcher");
        for (var room : rooms()) {
            var plate = Files.readString(SOURCES.resolve(room).resolve("package-info.java"));
            var may = plate.substring(plate.indexOf("allowedDependencies"));
            for (var other : rooms()) {
                boolean named = may.contains('"' + other + '"');
                if (named) {
                    assertThat(floors.get(room)).as("%s above %s", room, other).isGreaterThan(floors.get(other));
                }
                if (!below.contains(other)) {
                    assertThat(calls.get(room).matches("(?s).*\\b" + other + "\\b.*"))
                            .as("%s may call %s", room, other)
                            .isEqualTo(named);
                }
            }
            for (var file : files()) {
                if (SOURCES.relativize(file).startsWith(room)
                        && Files.readString(file).contains("implements News ")) {
                    assertThat(tells.get(room))
                            .as("what %s tells", room)
                            .contains(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
    }

    @Test
    void roomsAreFlat() throws IOException {
        for (var room : rooms()) {
            try (var inside = Files.list(SOURCES.resolve(room))) {
                assertThat(inside.filter(Files::isDirectory))
                        .as("drawers in %s", room)
                        .isEmpty();
            }
        }
    }

    @Test
    void sqlNamesOnlyItsOwnSchema() throws IOException {
        var table = Pattern.compile(
                "(?:from|join|into|update|only|copy)\\s+(" + String.join("|", rooms()) + ")\\.(?![A-Z])\\w+");
        for (var file : files()) {
            var room = SOURCES.relativize(file).getName(0).toString();
            table.matcher(Files.readString(file).replaceAll("import (static )?[\\w.]+;", ""))
                    .results()
                    .forEach(hit -> assertThat(hit.group(1))
                            .as("%s says: %s", file, hit.group())
                            .isEqualTo(room));
        }
    }

    @Test
    void noCeremonyByName() throws IOException {
        assertThat(files())
                .noneMatch(f -> f.getFileName()
                        .toString()
                        .matches(".*(Impl|Dto|DTO|Mapper|Util|Utils|Helper|Manager|Facade|Base\\w+)\\.java"));
    }

    @Test
    void everyRefusalIsInTheBookAndSpeaksBothLanguages() throws IOException {
        var book = Files.readString(Path.of("../docs/problems.md"));
        var kind = Pattern.compile("new (?:Refusal\\.)?Kind\\(\\s*\\d+,\\s*\"([a-z0-9-]+)\"");
        var chinese = texts("zh");
        var english = texts("en");
        for (var file : files()) {
            kind.matcher(Files.readString(file)).results().map(k -> k.group(1)).forEach(code -> {
                assertThat(book).as("docs/problems.md").contains("`" + code + "`");
                for (var key : List.of("refusal." + code, "refusal." + code + ".title")) {
                    assertThat(chinese).containsKey(key);
                    assertThat(english).containsKey(key);
                }
            });
        }
    }

    @Test
    void everyRefusalIsTried() throws IOException {
        var kind = Pattern.compile("(\\w+)\\s*=\\s*new (?:Refusal\\.)?Kind\\(\\s*\\d+,\\s*\"([a-z0-9-]+)\"");
        var tests = new StringBuilder();
        try (var all = Files.walk(Path.of("src/test/java"))) {
            for (var test : all.filter(p -> p.toString().endsWith(".java")).toList()) {
                tests.append(Files.readString(test));
            }
        }
        for (var file : files()) {
            var catalogue = file.getFileName().toString().replace(".java", "");
            kind.matcher(Files.readString(file))
                    .results()
                    .forEach(k -> assertThat(tests)
                            .as("a test that is refused with %s", k.group(2))
                            .containsPattern("\\b" + catalogue + "\\." + k.group(1) + "\\b|\\b" + k.group(2) + "\\b"));
        }
    }

    @Test
    void everyRuleOfTheDatabaseSpeaksBothLanguages() throws IOException {
        var spoken = Map.of("zh", texts("zh"), "en", texts("en"));
        var rule = Pattern.compile("constraint (?:= ')?([a-z]+_[a-z_]+)");
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (var migration : migrations.toList()) {
                rule.matcher(Files.readString(migration))
                        .results()
                        .map(r -> "rule." + r.group(1))
                        .forEach(key -> spoken.forEach((language, texts) ->
                                assertThat(texts).as("%s in %s", key, language).containsKey(key)));
            }
        }
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(texts("en").keySet()).isEqualTo(texts("zh").keySet());
        var argument = Pattern.compile("\\{(\\d)");
        texts("zh").forEach((key, text) -> {
            try {
                assertThat(argument.matcher(texts("en").get(key))
                                .results()
                                .map(a -> a.group(1))
                                .collect(Collectors.toSet()))
                        .as("arguments of %s", key)
                        .isEqualTo(argument.matcher(text)
                                .results()
                                .map(a -> a.group(1))
                                .collect(Collectors.toSet()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void textsUseTypographicApostrophes() throws IOException {
        // An ASCII apostrophe opens a quotation in a message format and swallows the arguments behind it.
        for (var language : List.of("zh", "en")) {
            assertThat(texts(language))
                    .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
        }
    }

    @Test
    void drawsItself() {
        new Documenter(ROOMS).writeModulesAsPlantUml().writeModuleCanvases();
    }

    static Map<String, String> texts(String language) throws IOException {
        var all = new TreeMap<String, String>();
        try (var bundles = Files.list(TEXTS)) {
            for (var bundle : bundles.filter(f -> f.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                var texts = new Properties();
                texts.load(new StringReader(Files.readString(bundle)));
                texts.forEach((key, text) -> assertThat(all.put((String) key, (String) text))
                        .as("%s twice", key)
                        .isNull());
            }
        }
        return all;
    }

    static List<String> rooms() throws IOException {
        try (var rooms = Files.list(SOURCES)) {
            return rooms.filter(Files::isDirectory)
                    .map(d -> d.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(p -> p.toString().endsWith(".java")).toList();
        }
    }
}
