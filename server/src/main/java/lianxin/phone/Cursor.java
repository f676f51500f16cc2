package lianxin.phone;

import org.jspecify.annotations.Nullable;

/**
 * Up to where a phone knows its book. One of another history of the database, or one nobody of ours wrote, is the beginning: what the phone holds too much
 * is found by the root.
 *
 * @param epoch which history
 * @param xid the transaction, a whole number without sign
 */
record Cursor(String epoch, String xid, long seq) {

    static Cursor of(@Nullable String text, String epoch) {
        var parts = text == null ? new String[0] : text.split("\\.", -1);
        return parts.length == 3
                        && parts[0].equals(epoch)
                        && parts[1].matches("\\d{1,18}")
                        && parts[2].matches("\\d{1,18}")
                ? new Cursor(epoch, parts[1], Long.parseLong(parts[2]))
                : new Cursor(epoch, "0", 0);
    }

    Cursor at(BookStore.Change change) {
        return new Cursor(epoch, change.xid(), change.seq());
    }

    /** Whether it comes from a time this database has not reached: it was brought back from a backup. */
    boolean ahead(String last) {
        return Long.parseUnsignedLong(xid) >= Long.parseUnsignedLong(last);
    }

    @Override
    public String toString() {
        return epoch + "." + xid + "." + seq;
    }
}
