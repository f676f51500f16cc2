package lianxin.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * One file, without its bytes.
 *
 * @param owner beside what it lies
 * @param number by which people call it, from 1 on
 * @param bytes how large it is, as it is handed out
 * @param by the account that added it
 */
public record Attachment(UUID id, UUID owner, int number, Format format, int bytes, UUID by, Instant at) {

    /** Its size for people, in units of 1024 bytes, never 0. */
    public int kibibytes() {
        return Math.max(1, (bytes + 512) / 1024);
    }
}
