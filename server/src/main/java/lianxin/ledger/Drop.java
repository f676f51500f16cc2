package lianxin.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * A folder that is carried, or mirrored, between us and a witness without a network: we lay down {@code SIZE.growth}, the witness lays
 * {@code SIZE.signed} beside it.
 */
public final class Drop {

    private static final String GROWTH = ".growth";
    private static final String SIGNED = ".signed";

    private final Path folder;

    public Drop(Path folder) {
        this.folder = folder;
    }

    /** Lays the question down; the same one again changes nothing. */
    public void ask(Growth growth) {
        var file = folder.resolve(growth.note().checkpoint().size() + GROWTH);
        if (Files.notExists(file)) {
            Kept.replace(file, growth.toString());
        }
    }

    /** The largest state asked here, if any; another question has to wait for its answer. */
    public Optional<Growth> last() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(GROWTH))
                    .max(Comparator.comparingLong(Drop::size))
                    .flatMap(Kept::read)
                    .map(Growth::parse);
        }
    }

    /** The witness's answer to the state of that size, if it is there. */
    public Optional<String> answered(long size) {
        return Kept.read(folder.resolve(size + SIGNED)).map(String::strip);
    }

    /** Answers every open question, oldest first; says whether all could be signed. */
    boolean answer(Witness witness, PrintStream terminal) throws IOException {
        var well = true;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.getFileName().toString().endsWith(GROWTH))
                    .filter(f -> Files.notExists(answer(f)))
                    .sorted(Comparator.comparingLong(Drop::size))
                    .toList()) {
                try {
                    Kept.replace(answer(file), witness.signs(Growth.parse(Files.readString(file))) + "\n");
                    terminal.println(Say.it("witness.signed", size(file)));
                } catch (Broken e) {
                    terminal.println(Say.it("witness.refused", size(file), e.getMessage()));
                    well = false;
                }
            }
        }
        return well;
    }

    private static Path answer(Path growth) {
        return growth.resolveSibling(size(growth) + SIGNED);
    }

    private static long size(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }
}
