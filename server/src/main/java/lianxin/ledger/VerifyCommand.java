package lianxin.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code audit verify [--key KEY] FILE…}: exports, and the states and receipts others have kept, in any order. Answers with an exit code. */
final class VerifyCommand {

    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private final PrintStream terminal;

    VerifyCommand(PrintStream terminal) {
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        var files = new ArrayList<>(arguments);
        @Nullable VerifierKey trusted = null;
        try {
            if (files.size() > 1 && files.getFirst().equals("--key")) {
                trusted = VerifierKey.parse(files.get(1));
                files.subList(0, 2).clear();
            }
            var exports = new ArrayList<Path>();
            var verification = new Verification(trusted);
            for (var file : files) {
                sort(Path.of(file), exports, verification);
            }
            if (exports.size() != 1) {
                terminal.println(Say.it("verify.one-export", exports.size()));
                return MISUSED;
            }
            return tell(verification.read(exports.getFirst()));
        } catch (Broken e) {
            terminal.println(e.getMessage());
            return BROKEN;
        } catch (IOException e) {
            terminal.println(Say.it("verify.unreadable", e.getMessage()));
            return MISUSED;
        }
    }

    private static void sort(Path file, List<Path> exports, Verification verification) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            if (Export.FIRST.equals(lines.readLine())) {
                exports.add(file);
                return;
            }
        }
        var text = Files.readString(file);
        if (Receipt.looksLike(text)) {
            verification.receipt(Receipt.parse(text));
        } else {
            verification.kept(text.startsWith("old ") ? Growth.parse(text).note() : Note.parse(text));
        }
    }

    private int tell(Verification.Outcome outcome) {
        terminal.println(Say.it("verify.counts", outcome.leaves(), outcome.checkpoints(), outcome.covered()));
        outcome.faults().forEach(terminal::println);
        if (!outcome.trusted()) {
            terminal.println(Say.it("verify.key-from-file"));
        }
        terminal.println(Say.it(outcome.holds() ? "verify.holds" : "verify.broken"));
        return outcome.holds() ? HOLDS : BROKEN;
    }
}
