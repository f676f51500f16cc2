package lianxin.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.particulars.Kind;
import lianxin.privacy.Aim;
import lianxin.record.Seen;

/**
 * All there is about one household (PIPL art. 45), as it goes into the file; on paper it is {@link CopySheet}.
 *
 * @param household its key
 * @param data the catalogue’s columns, table by table, in the catalogue’s order; tables with nothing are left out
 * @param particulars what is under lock, in clear
 * @param files what lies beside its cases, in clear
 * @param purposes what its data are used for
 * @param seen who looked at them, the newest first
 */
public record Copy(
        String household,
        LocalDate madeOn,
        List<Part> data,
        Map<Kind, String> particulars,
        List<File> files,
        List<Aim> purposes,
        List<Seen.Look> seen) {

    /**
     * One file.
     *
     * @param id as in {@code attachment.file}
     * @param content base64 in the copy
     */
    record File(UUID id, String mediaType, byte[] content) {}

    /** The rows of one table, by column. */
    record Part(String table, List<Map<String, Object>> rows) {}
}
