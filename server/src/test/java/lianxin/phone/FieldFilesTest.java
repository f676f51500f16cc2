package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the field app consists of: all of it is listed, all of it is small, and nothing of it comes from elsewhere. */
class FieldFilesTest {

    static final Path APP = FieldServer.APP;
    static final Path LIST = APP.resolve("m/files.js");
    static final int FIRST_LOAD = 300_000;

    /** The service worker takes a file only when its hash is in the list, and a new list is a new version. */
    @Test
    void theListIsOfJustTheseFiles() throws IOException {
        var right = list();
        if (!right.equals(Files.readString(LIST))) {
            Files.writeString(LIST, right);
            throw new AssertionError("files.js was of other files; it has been written anew, so run this again");
        }
    }

    @Test
    void firstLoadIsSmall() throws IOException {
        var all = 0;
        for (var file : files()) {
            all += zipped(Files.readAllBytes(APP.resolve(file)));
        }
        // The page loads them once, and the service worker once more.
        System.out.printf("The field app: %d files, %,d bytes zipped%n", files().size(), all);
        assertThat(2 * all).isLessThan(FIRST_LOAD);
    }

    @Test
    void aFileIsOneNoun() throws IOException {
        for (var file : files()) {
            if (file.endsWith(".js")) {
                assertThat(Files.readAllLines(APP.resolve(file))).as(file).hasSizeLessThan(200);
            }
        }
    }

    @Test
    void nothingComesFromElsewhere() throws IOException {
        for (var file : files()) {
            if (file.matches(".*\\.(js|html|css|webmanifest)")) {
                assertThat(Files.readString(APP.resolve(file)).replace("http://www.w3.org/2000/svg", ""))
                        .as(file)
                        .doesNotContain(
                                "http://", "https://", "@import url", "localStorage", "sessionStorage", "innerHTML");
            }
        }
    }

    @Test
    void onlyOneFileKnowsEach() throws IOException {
        for (var file : files()) {
            var text = file.endsWith(".js") ? Files.readString(APP.resolve(file)) : "";
            assertThat(text.contains("indexedDB")).as(file).isEqualTo(file.equals("m/box.js"));
            assertThat(text.contains("crypto.subtle")).as(file).isEqualTo(file.equals("m/seal.js"));
            assertThat(text.contains("navigator.serviceWorker")).as(file).isEqualTo(file.equals("m/update.js"));
        }
    }

    /** Whatever is in the catalogue of words is said somewhere. */
    @Test
    void noWordIsIdle() throws IOException {
        var said = new StringBuilder();
        for (var file : files()) {
            if (file.endsWith(".js") && !file.equals("m/words.js")) {
                said.append(Files.readString(APP.resolve(file)));
            }
        }
        Pattern.compile("(\\w+): \\['")
                .matcher(Files.readString(APP.resolve("m/words.js")))
                .results()
                .map(found -> found.group(1))
                .filter(key -> !said.toString().matches("(?s).*['`]" + key.replaceAll("[A-Z_]{3,}$", "") + "['`$].*"))
                .forEach(key -> {
                    throw new AssertionError("nobody says " + key);
                });
    }

    private static String list() throws IOException {
        var lines = new StringBuilder();
        for (var file : files()) {
            lines.append("  '/%s': 'sha256-%s',%n"
                    .formatted(
                            file, Base64.getEncoder().encodeToString(sha256(Files.readAllBytes(APP.resolve(file))))));
        }
        return """
                // What the app consists of; written by FieldFilesTest. A file that is not as it says here is not taken.
                self.VERSION = '%s'
                self.FILES = {
                %s}
                """.formatted(HexFormat.of().formatHex(sha256(lines.toString().getBytes(UTF_8)), 0, 6), lines);
    }

    /** All but the service worker and its list, in a fixed order. */
    private static List<String> files() throws IOException {
        var files = new ArrayList<>(List.of("assets/tokens.css"));
        try (Stream<Path> all = Files.walk(APP.resolve("m"))) {
            all.filter(Files::isRegularFile)
                    .map(file -> APP.relativize(file).toString())
                    .filter(file -> !file.equals("m/sw.js") && !file.equals("m/files.js"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private static int zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
