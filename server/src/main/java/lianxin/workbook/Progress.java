package lianxin.workbook;

/** Is told how far a reading has come, about every thousand rows and once at the end. */
@FunctionalInterface
public interface Progress {

    /** Nobody is watching. */
    Progress UNSEEN = (_, _, _) -> {};

    /**
     * How far it is now.
     *
     * @param rows rows handed out so far
     * @param read bytes read so far; in a workbook unpacked bytes
     * @param total bytes there are to read, never less than {@code read}
     */
    void at(long rows, long read, long total);
}
