package lianxin.phone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The Node that Playwright runs on. */
final class Node {

    private Node() {}

    static String program() {
        var chosen = System.getenv("PLAYWRIGHT_NODEJS_PATH");
        if (chosen != null && !chosen.isEmpty()) {
            return chosen;
        }
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("node is missing; ./lianxin test installs it"));
    }
}
