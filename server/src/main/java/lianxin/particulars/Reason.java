package lianxin.particulars;

import lianxin.record.Purpose;

/** Why somebody needs a particular in clear. What he says goes into the record. */
public enum Reason {
    CALL(Purpose.REVEAL_TO_CALL),
    APPLY(Purpose.REVEAL_TO_APPLY),
    CORRECT(Purpose.REVEAL_TO_CORRECT);

    final Purpose purpose;

    Reason(Purpose purpose) {
        this.purpose = purpose;
    }
}
