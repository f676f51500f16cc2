package lianxin.roster;

import lianxin.platform.Ids;

/** Where the rows of a roster wait to be compared. Closed without {@link #finish}, nothing of them is kept. */
public final class Staging implements AutoCloseable {

    private final Copy copy;

    Staging(Copy copy) {
        this.copy = copy;
    }

    /** One row more. */
    public void put(RosterRow row) {
        put(row.line(), row);
    }

    /** One row more, under another number than its own. */
    public void put(long line, RosterRow row) {
        copy.put(line).put(Ids.next());
        row.values().forEach(copy::put);
        copy.end();
    }

    /** All rows are there; says how many. */
    public long finish() {
        return copy.finish();
    }

    @Override
    public void close() {
        copy.close();
    }
}
