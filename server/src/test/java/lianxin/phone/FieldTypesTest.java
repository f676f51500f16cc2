package lianxin.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The types in the field app's comments hold, as strictly as TypeScript can look. It only looks: there is no build step. */
class FieldTypesTest {

    static final Path COMPILER = Path.of("target", "typescript");

    @ParameterizedTest
    @CsvSource({"dom, **/*.js", "webworker, sw.js"})
    void theTypesHold(String world, String files) throws IOException, InterruptedException {
        var app = FieldServer.APP.resolve("m").toAbsolutePath();
        var project = Files.createDirectories(COMPILER).resolve("tsconfig." + world + ".json");
        Files.writeString(project, """
                {"compilerOptions": {"allowJs": true, "checkJs": true, "noEmit": true, "strict": true, "noUnusedLocals": true,
                 "target": "es2024", "module": "esnext", "moduleResolution": "bundler", "lib": ["esnext", "%s"%s], "types": []},
                 "include": ["%s/%s"], "exclude": [%s]}
                """.formatted(
                        world,
                        world.equals("dom") ? ", \"dom.iterable\"" : "",
                        app,
                        files,
                        world.equals("dom") ? "\"%s/sw.js\", \"%s/files.js\"".formatted(app, app) : ""));
        var checking = new ProcessBuilder(
                        Node.program(), compiler().toString(), "-p", project.toString(), "--pretty", "false")
                .redirectErrorStream(true)
                .start();
        var said = new String(checking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(checking.waitFor()).as(said).isZero();
    }

    /** Out of its archive, once. */
    private static Path compiler() throws IOException {
        var lib = COMPILER.resolve("lib");
        var marker = Objects.requireNonNull(
                FieldTypesTest.class.getResource("/META-INF/maven/org.webjars.npm/typescript/pom.properties"));
        var archive = Path.of(marker.getPath().replaceFirst("^file:", "").replaceFirst("!.*", ""));
        Files.createDirectories(lib);
        try (var jar = new JarFile(archive.toFile())) {
            jar.stream()
                    .filter(entry -> entry.getName().matches(".*/lib/(_?tsc\\.js|lib\\.[^/]*\\.d\\.ts)"))
                    .forEach(entry -> copy(jar, entry, lib));
        }
        return lib.resolve("tsc.js");
    }

    private static void copy(JarFile jar, JarEntry entry, Path lib) {
        var name = entry.getName();
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, lib.resolve(name.substring(name.lastIndexOf('/') + 1)), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
