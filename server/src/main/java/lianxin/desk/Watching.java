package lianxin.desk;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import lianxin.matcher.Stage;
import lianxin.matcher.Watch;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;

/** Tells somebody at a terminal how far it is, twice a second at most; in a pipe, once for each step. */
final class Watching implements Watch {

    private static final long EVERY = 500_000_000;

    private final Words words;
    private final PrintStream out;
    private final boolean terminal;
    private @Nullable Object step;
    private long said;

    Watching(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
        var console = System.console();
        terminal = console != null && console.isTerminal();
    }

    void reading(Path file, long rows) {
        tell(file, () -> words.t("desk.reading", file.toString()), () -> words.n(rows));
    }

    @Override
    public void at(Stage stage, long done, long total) {
        tell(
                stage,
                () -> words.t("desk.stage." + stage.name().toLowerCase(Locale.ROOT)),
                () -> total > 0 ? done * 100 / total + "%" : "");
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** The solver tells often, so nothing is put into words that is not said. */
    private void tell(Object now, Supplier<String> what, Supplier<String> far) {
        boolean other = !now.equals(step);
        long time = System.nanoTime();
        if (!terminal && other) {
            out.println(what.get());
        } else if (terminal && (other || time - said > EVERY)) {
            out.print((other && step != null ? "\n" : "\r") + what.get() + " " + far.get() + " ");
            said = time;
        }
        step = now;
    }

    /** Ends the line. */
    void over() {
        if (terminal && step != null) {
            out.println();
        }
        step = null;
    }
}
