package lianxin.gateway;

import java.io.IOException;
import java.util.UUID;

/** Whoever carries questions to telephones. */
interface Provider {

    /** Whether there is one. */
    boolean on();

    /**
     * Hands one question over; the same again under the same {@code id} is carried once.
     *
     * @throws Refused when it will not carry this one, now or later
     * @throws IOException when it is away or busy, so that one tries again
     */
    void carry(UUID id, Message message) throws IOException, Refused;

    /**
     * A question as it goes out.
     *
     * @param way {@code message}, or {@code voice} to a telephone that takes no messages
     * @param reference names the question in its answer; nobody can guess it
     * @param to the telephone
     */
    record Message(String type, String way, String reference, String to, String text) {}

    /** It will not carry this one. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status) {
            super("it answered " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
