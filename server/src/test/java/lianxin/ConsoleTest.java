package lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the browser is given: our own files unspoiled by others, nothing the content security policy would stop, colours one can read. */
class ConsoleTest {

    static final Path STATIC = Path.of("src/main/resources/static");
    static final Path TEMPLATES = Path.of("src/main/jte");

    /** What the policy would stop, or what would leave the machine. A style attribute of an SVG shape counts too. */
    static final Pattern INLINE = Pattern.compile(
            "<style|<script(?![^>]*\\ssrc=)|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']|javascript:|(?:src|href)=\"(?:https?:)?//|hx-on|hx-vals=['\"]js:",
            Pattern.CASE_INSENSITIVE);

    @Test
    void vendoredFilesAreTheOnesWeTookAndNoOthers() throws IOException {
        var vendor = STATIC.resolve("vendor");
        var listed = Files.readAllLines(vendor.resolve("SHA256SUMS")).stream()
                .map(line -> line.split(" {2}\\./", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (a, b) -> a, TreeMap::new));
        var there = new TreeMap<String, String>();
        try (var files = Files.walk(vendor)) {
            files.filter(f -> Files.isRegularFile(f) && !f.endsWith("SHA256SUMS"))
                    .forEach(f -> there.put(vendor.relativize(f).toString().replace('\\', '/'), sha256(f)));
        }
        assertThat(there).isEqualTo(listed);
        for (var folder : folders(vendor)) {
            assertThat(folder.resolve("LICENSE")).as("licence of %s", folder).exists();
        }
    }

    @Test
    void templatesKeepToThePolicy() throws IOException {
        try (var templates = Files.walk(TEMPLATES)) {
            assertThat(templates.filter(
                            f -> f.toString().endsWith(".jte") && !f.toString().endsWith("print.jte")))
                    .as("all templates but those that go to the printer, not to a browser")
                    .allSatisfy(template -> assertThat(INLINE.matcher(Files.readString(template))
                                    .results()
                                    .map(hit -> hit.group()))
                            .as("%s", template)
                            .isEmpty());
        }
    }

    @Test
    void stylesheetsFetchNothingFromElsewhere() throws IOException {
        try (var sheets = Files.walk(STATIC)) {
            assertThat(sheets.filter(f -> f.toString().endsWith(".css")))
                    .allSatisfy(sheet -> assertThat(Files.readString(sheet))
                            .doesNotContain("@import")
                            .doesNotContainPattern("url\\([\"']?(?:https?:)?//"));
        }
    }

    @Test
    void everyColourOnEveryGroundCanBeRead() throws IOException {
        var sets = tokens();
        assertThat(sets.keySet())
                .containsExactly(
                        "",
                        "(prefers-color-scheme: dark)",
                        "(prefers-contrast: more)",
                        "(prefers-contrast: more) and (prefers-color-scheme: dark)");
        sets.forEach((set, tokens) -> {
            var text = set.contains("contrast") ? 7.0 : 4.5;
            for (var pair : (Iterable<String[]>) readable()::iterator) {
                assertThat(contrast(tokens.get(pair[0]), tokens.get(pair[1])))
                        .as("%s on %s %s", pair[0], pair[1], set)
                        .isGreaterThanOrEqualTo(text);
            }
            for (var shape : List.of("line-strong", "jade-mid", "seal", "sky")) {
                for (var ground : List.of("paper", "sheet")) {
                    assertThat(contrast(tokens.get(shape), tokens.get(ground)))
                            .as("%s beside %s %s", shape, ground, set)
                            .isGreaterThanOrEqualTo(3);
                }
            }
        });
    }

    /** Text colour and ground, wherever the stylesheet puts one on the other. */
    private static Stream<String[]> readable() {
        var everywhere = Stream.of("ink", "ink-2", "ink-3", "jade", "seal", "amber", "sky")
                .flatMap(colour -> Stream.of("paper", "sheet").map(ground -> new String[] {colour, ground}));
        return Stream.concat(
                everywhere,
                Stream.of(
                                "ink jade-3",
                                "ink-2 jade-3",
                                "ink-3 jade-3",
                                "jade jade-3",
                                "seal jade-3",
                                "amber amber-2",
                                "sky sky-2",
                                "ink sky-2",
                                "jade sky-2",
                                "seal seal-2",
                                "ink jade-2",
                                "ink amber-2",
                                "ink seal-2",
                                "on-jade jade",
                                "on-seal seal")
                        .map(pair -> pair.split(" ")));
    }

    /** The colours as they stand under each condition: what a condition does not name it takes from the first set. */
    private static Map<String, Map<String, String>> tokens() throws IOException {
        var sets = new LinkedHashMap<String, Map<String, String>>();
        var block = Pattern.compile("(?:@media ([^{]+?)\\s*\\{\\s*)?:root\\s*\\{([^}]*)}");
        var colour = Pattern.compile("--([\\w-]+):\\s*(#[0-9a-f]{6})");
        block.matcher(Files.readString(STATIC.resolve("assets/tokens.css")))
                .results()
                .forEach(b -> {
                    var tokens = new TreeMap<>(sets.getOrDefault("", Map.of()));
                    colour.matcher(b.group(2)).results().forEach(c -> tokens.put(c.group(1), c.group(2)));
                    sets.put(b.group(1) == null ? "" : b.group(1), tokens);
                });
        return sets;
    }

    /** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), the lighter one above. */
    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var c = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static List<Path> folders(Path in) throws IOException {
        try (var inside = Files.list(in)) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
