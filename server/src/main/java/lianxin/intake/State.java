package lianxin.intake;

import java.util.Set;

/** The life of an import. {@code next} is the whole law of it; the migration knows the same names. */
public enum State {
    /** The file is here; nobody has opened it. */
    RECEIVED,
    /** Headers are in doubt; somebody must say which column is which. */
    UNSURE,
    /** Being read and compared. */
    CHECKING,
    /** What it would change is known; somebody must say whether it shall. */
    CHECKED,
    /** Being written, in one transaction. */
    APPLYING,
    APPLIED,
    UNDOING,
    UNDONE,
    /** The file cannot be taken, or what it would change has changed. */
    REFUSED,
    CANCELLED,
    /** Our fault. */
    FAILED;

    /** Where it may go from here. */
    Set<State> next() {
        return switch (this) {
            case RECEIVED -> Set.of(CHECKING, CANCELLED, FAILED);
            case CHECKING -> Set.of(CHECKING, UNSURE, CHECKED, REFUSED, CANCELLED, FAILED);
            case UNSURE -> Set.of(RECEIVED, CANCELLED);
            case CHECKED -> Set.of(APPLYING, RECEIVED, CANCELLED);
            case APPLYING -> Set.of(APPLIED, REFUSED, FAILED);
            case APPLIED -> Set.of(UNDOING);
            case UNDOING -> Set.of(UNDONE, APPLIED);
            case REFUSED, FAILED -> Set.of(RECEIVED, CANCELLED);
            case UNDONE, CANCELLED -> Set.of();
        };
    }
}
