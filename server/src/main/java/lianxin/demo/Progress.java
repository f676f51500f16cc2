package lianxin.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import lianxin.platform.Words;
import org.jspecify.annotations.Nullable;

/** Tells the person at the terminal what is being done, how far it is, how fast it goes and how long it will still take. */
final class Progress {

    private static final Duration BREATH = Duration.ofMillis(500);

    private final PrintStream out;
    private final InstantSource clock;
    private final Words words;
    private final boolean live;
    private final Runnable each;
    private String step = "";
    private Instant began = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    /**
     * @param live whether a line may be written over, as on a terminal; else only beginnings and ends are told
     * @param each is done whenever something was told
     */
    Progress(PrintStream out, InstantSource clock, Words words, boolean live, Runnable each) {
        this.out = out;
        this.clock = clock;
        this.words = words;
        this.live = live;
        this.each = each;
    }

    void begin(String key) {
        step = words.t(key);
        began = clock.instant();
        told = Instant.EPOCH;
        if (!live) {
            out.println(step + " ...");
        }
    }

    /** {@code done} of {@code total}; says it at most twice a second. */
    void at(long done, long total) {
        each.run();
        var now = clock.instant();
        if (!live || Duration.between(told, now).compareTo(BREATH) < 0) {
            return;
        }
        told = now;
        var seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
        var rate = done / seconds;
        out.print("\r" + step + "  "
                + words.t("demo.at", words.n(done), words.n(total), words.n(Math.round(rate)), left(done, total, rate))
                + "   ");
        out.flush();
    }

    /** The step is over; {@code what} says what came of it. */
    void end(@Nullable String what) {
        var seconds = String.format(
                Locale.ROOT, "%.1f", Duration.between(began, clock.instant()).toMillis() / 1000.0);
        out.println((live ? "\r" : "") + step + "  " + (what == null ? "" : what + "  ") + words.t("demo.took", seconds)
                + "          ");
    }

    /** What is being done. */
    String step() {
        return step;
    }

    void say(String line) {
        out.println(line);
    }

    private String left(long done, long total, double rate) {
        return done <= 0 || rate <= 0 ? "–" : words.n(Math.max(0, Math.round((total - done) / rate)));
    }
}
