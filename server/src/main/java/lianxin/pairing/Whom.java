package lianxin.pairing;

import java.util.UUID;
import lianxin.region.DivisionCode;

/** Of whom an exclusion is, as a form says it: a household by its identity, or a whole village by its code. */
sealed interface Whom {

    record Family(UUID id) implements Whom {}

    record Village(DivisionCode code) implements Whom {}

    /** Read by the framework; whatever is neither is malformed. */
    static Whom of(String text) {
        return text.length() == 12 ? new Village(DivisionCode.of(text)) : new Family(UUID.fromString(text));
    }
}
