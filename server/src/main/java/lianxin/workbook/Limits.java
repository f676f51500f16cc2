package lianxin.workbook;

/**
 * What a file may cost to read. Everything is counted while reading, so a file that lies about itself is stopped where it breaks a limit.
 *
 * @param fileBytes size of the file as it lies on disk
 * @param unpackedBytes what a workbook may unpack to in one reading
 * @param ratio how many times its own size a workbook may unpack to, once it is past 16 MiB; ordinary rosters stay below 40
 * @param sheets sheets of a workbook, hidden ones too
 * @param rows rows under the headers, over all sheets
 * @param columns columns with something written in them
 * @param cellChars characters (UTF-16 units) in one cell; Excel itself keeps 32,767
 */
public record Limits(long fileBytes, long unpackedBytes, int ratio, int sheets, long rows, int columns, int cellChars) {

    /** What an office may send: a city's 1,800,000 households with room to spare. */
    public static final Limits OFFICE = new Limits(1L << 29, 1L << 32, 200, 64, 2_000_000, 256, 32_767);

    /** The same limits with at most {@code rows} rows. */
    public Limits withRows(long rows) {
        return new Limits(fileBytes, unpackedBytes, ratio, sheets, rows, columns, cellChars);
    }
}
