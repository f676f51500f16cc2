package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example in the Javadoc of {@link Problem} runs, and is the one that runs here. */
class ExampleTest {

    private static final Path HERE = Path.of("src/test/java/lianxin/matcher/ExampleTest.java");
    private static final Path THERE = Path.of("src/main/java/lianxin/matcher/Problem.java");

    @Test
    void theExampleRuns() throws IOException {
        // from here
        var town = Problem.builder(1, 1, 1, 1, 2, 3)
                .village(0, 0, 0)
                .needClass(0, 1, 500)
                .unit(0, 0);
        town.cadre(0, 0, 0, 100, 0, 1, 2, 3, 50).cadre(1, 0, 0, 900, 0, 1, 2, 3, 50);
        for (int h = 0; h < 3; h++) town.household(h, 0, 0, -1);
        var answer = Matcher.solve(town.build(), Watch.none());
        if (answer instanceof Matched m) System.out.println(m.price() + " " + Arrays.toString(m.cadreOf()));
        // to here
        assertThat(answer).isInstanceOfSatisfying(Matched.class, m -> {
            assertThat(m.price()).isEqualTo(1_100); // two with the nearer one, one with the other: each must have one
            assertThat(m.cadreOf()).containsOnlyOnce(1);
        });
        assertThat(between(THERE, "{@snippet :", "* }")).isEqualTo(between(HERE, "// from here", "// to here"));
    }

    /** Line ends and spaces apart. */
    private static String between(Path file, String from, String to) throws IOException {
        return Files.readAllLines(file).stream()
                .dropWhile(line -> !line.contains(from) || line.contains('"' + from))
                .skip(1)
                .takeWhile(line -> !line.contains(to))
                .map(line -> line.replaceFirst("^ *\\* ", "").replace(" ", ""))
                .collect(Collectors.joining());
    }
}
