package lianxin.region;

import java.util.List;

/** What became of a place, by the codes of the new drawing. */
public sealed interface Fate {

    /** It is the same place, from now on under {@code code}. */
    record Keeps(DivisionCode code) implements Fate {}

    /** It went into the place under {@code code}, old or new. */
    record Merged(DivisionCode code) implements Fate {}

    /** It was divided among {@code codes}; the first takes over what hangs on it, until single households are moved. */
    record Split(List<DivisionCode> codes) implements Fate {

        public Split {
            codes = List.copyOf(codes);
        }
    }

    /** It ended and nothing takes over; refused while anything hangs on it. */
    record Ended() implements Fate {}

    /** The codes it leads to. */
    default List<DivisionCode> codes() {
        return switch (this) {
            case Keeps(var code) -> List.of(code);
            case Merged(var code) -> List.of(code);
            case Split(var codes) -> codes;
            case Ended() -> List.of();
        };
    }
}
