package lianxin.visit;

import java.time.LocalDate;
import lianxin.pairing.Pairing;
import org.jspecify.annotations.Nullable;

/** One line of a household’s story. */
public sealed interface Told {

    /** When it was, for the order of the story. */
    LocalDate on();

    /** Somebody was there; {@code by} is his name. */
    record Been(Visit visit, String by, LocalDate on) implements Told {}

    /** Something happened there. */
    record Happened(Occasion occasion, LocalDate on) implements Told {}

    /** Something was promised, or done; {@code by} is who promised it. */
    record Promised(Promise promise, String by, LocalDate on) implements Told {}

    /** Its contact changed; {@code cadre} is null when it has none from then on. */
    record Changed(Pairing pairing, @Nullable String cadre, LocalDate on) implements Told {}
}
