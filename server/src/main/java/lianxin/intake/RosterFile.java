package lianxin.intake;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.sheet.Columns;
import lianxin.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;

/** One kind of roster as a file: its columns, how it is read, and how what is kept is written. */
interface RosterFile {

    Roster roster();

    Columns columns();

    /** Prepares the reading of a file from {@code ground}: what it may refer to, as of today. */
    Reading reading(Ground ground);

    /** What is kept on {@code ground} today, in the shape in which it comes in. */
    void write(Ground ground, SheetWriter sheet) throws IOException;

    /** How many people’s data are in what {@link #write} would write; for the record. */
    default long people(Ground ground) {
        return 0;
    }

    static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
