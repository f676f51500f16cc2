package lianxin.vault;

import java.time.Instant;

/**
 * A key that seals the values of one field for a while.
 *
 * @param encryptions at most so many values were sealed with it; counted in blocks
 */
record DataKey(int id, String field, Suite suite, byte[] wrapped, State state, Instant created, long encryptions) {

    /** What its wrapping is bound to. */
    String purpose() {
        return purpose(id, field);
    }

    static String purpose(int id, String field) {
        return "data key " + id + " of " + field;
    }

    enum State {
        /** Made, not tried yet. */
        PRE_ACTIVE,
        /** Seals and opens. */
        ACTIVE,
        /** Opens what it has sealed. */
        DECRYPT_ONLY,
        /** Gone, and with it whatever nobody sealed anew. */
        DESTROYED
    }
}
