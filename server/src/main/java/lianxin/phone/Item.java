package lianxin.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing a phone tells, as it was made there.
 *
 * @param id given on the phone
 * @param seq counts up on the phone
 * @param made when, by the phone’s clock
 * @param offset milliseconds the server was ahead of it, as far as was known then
 * @param kind visit, deferral, promise or kept
 * @param sealed instead of kind and body: the item as only the server can read it
 */
record Item(
        @Nullable UUID id,
        long seq,
        @Nullable Instant made,
        @Nullable Long offset,
        @Nullable String kind,
        @Nullable JsonNode body,
        @Nullable String sealed) {

    /** An item that can be read. */
    record Whole(UUID id, Instant made, Instant seenAt, String kind, JsonNode body) {}

    /** The item, if it says all it must; refused otherwise. */
    Whole whole() {
        if (id == null || made == null || kind == null || body == null || !body.isObject()) {
            throw PhoneRefusal.ITEM_UNCLEAR.because();
        }
        return new Whole(id, made, made.plus(Duration.ofMillis(offset == null ? 0 : offset)), kind, body);
    }
}
