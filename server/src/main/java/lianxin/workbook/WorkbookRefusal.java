package lianxin.workbook;

import lianxin.platform.Refusal;

/** Why a file is not read. All are the sender's to mend; each says how. */
final class WorkbookRefusal {

    static final Refusal.Kind EMPTY = new Refusal.Kind(422, "sheet-empty");
    static final Refusal.Kind TOO_LARGE = new Refusal.Kind(413, "sheet-too-large");
    static final Refusal.Kind UNPACKS_TOO_LARGE = new Refusal.Kind(413, "sheet-unpacks-too-large");
    static final Refusal.Kind TOO_MANY_COLUMNS = new Refusal.Kind(422, "sheet-too-many-columns");
    static final Refusal.Kind TOO_MANY_SHEETS = new Refusal.Kind(422, "sheet-too-many-sheets");
    static final Refusal.Kind CELL_TOO_LONG = new Refusal.Kind(422, "sheet-cell-too-long");
    static final Refusal.Kind OLD_EXCEL = new Refusal.Kind(422, "sheet-old-excel");
    static final Refusal.Kind ENCRYPTED = new Refusal.Kind(422, "sheet-encrypted");
    static final Refusal.Kind MACROS = new Refusal.Kind(422, "sheet-macros");
    static final Refusal.Kind NOT_A_SHEET = new Refusal.Kind(422, "sheet-not-a-sheet");
    static final Refusal.Kind DAMAGED = new Refusal.Kind(422, "sheet-damaged");
    static final Refusal.Kind FORBIDDEN_XML = new Refusal.Kind(422, "sheet-forbidden-xml");
    static final Refusal.Kind UNSAFE_NAMES = new Refusal.Kind(422, "sheet-unsafe-names");
    static final Refusal.Kind MIXED_ENCODING = new Refusal.Kind(422, "sheet-mixed-encoding");
    static final Refusal.Kind OPEN_QUOTE = new Refusal.Kind(422, "sheet-open-quote");
    static final Refusal.Kind NO_SUCH_SHEET = new Refusal.Kind(422, "sheet-no-such-sheet");

    private WorkbookRefusal() {}
}
