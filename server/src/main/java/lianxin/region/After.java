package lianxin.region;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last entry of the page before, in the order of places, as an address carries it: {@code 370827100201-0192…}. */
public record After(long place, UUID id) {

    public static final After NOTHING = new After(0, new UUID(0, 0));

    /** Reads what {@link #toString} wrote; anything else begins at the beginning. */
    public static After of(@Nullable String said) {
        if (said == null || !said.matches("\\d{12}-[0-9a-f-]{36}")) {
            return NOTHING;
        }
        try {
            return new After(Long.parseLong(said.substring(0, 12)), UUID.fromString(said.substring(13)));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    @Override
    public String toString() {
        return place + "-" + id;
    }
}
