package lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lianxin.matcher.Flow;

/** LEMON's primal network simplex in C++, where a compiler and LEMON are installed (Debian: {@code g++ liblemon-dev}). */
final class Lemon implements AutoCloseable {

    private final Path folder;
    private final boolean installed;
    private long constant;

    private Lemon(Path folder, boolean installed) {
        this.folder = folder;
        this.installed = installed;
    }

    /** Compiles our driver, and says so where that does not work. */
    static Lemon here() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("lemon");
        try (var source = Objects.requireNonNull(Lemon.class.getResourceAsStream("lemon.cpp"))) {
            Files.copy(source, folder.resolve("lemon.cpp"));
        }
        boolean compiled = compiled(folder);
        if (!compiled) {
            System.err.println("LEMON is left out: it needs g++ and LEMON’s headers (Debian: g++ liblemon-dev).");
        }
        return new Lemon(folder, compiled);
    }

    private static boolean compiled(Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder("g++", "-std=c++14", "-O3", "-DNDEBUG", "-o", "lemon", "lemon.cpp")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no compiler
        }
    }

    boolean installed() {
        return installed;
    }

    /** Writes the flow down once, so that each measurement need only read it. */
    void take(Flow flow) throws IOException {
        FlowFile.write(flow, folder.resolve("flow"));
        constant = flow.constant();
    }

    Spent solve() throws IOException, InterruptedException {
        return Fork.of(
                        folder.resolve("lemon").toString(),
                        folder.resolve("flow").toString())
                .plus(constant);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
