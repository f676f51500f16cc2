package lianxin.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import lianxin.workbook.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook. Texts are written into their cells, not into the shared list, which would have to be kept in memory; and in text
 * format, so that a code keeps its zeros and {@code =1+1} stays what was typed even when somebody edits the cell.
 */
final class XlsxBook implements Book {

    private static final int ROWS = 1_048_576;
    private static final int HELD = 500;

    /** What Excel accepts in one cell. */
    private static final int LONGEST = 32_767;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int held;

    XlsxBook(OutputStream out) {
        workbook = new Workbook(out, "Lianxin", "1.0");
    }

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void sheet(String name) throws IOException {
        finishSheet();
        sheet = workbook.newWorksheet(name);
    }

    /** The sheet being written, for what only a workbook has. */
    Worksheet sheet() {
        if (sheet == null) {
            throw new IllegalStateException("No sheet begun");
        }
        return sheet;
    }

    @Override
    public void header(int row, List<String> headers) throws IOException {
        var sheet = sheet();
        for (int i = 0; i < headers.size(); i++) {
            put(row - 1, i, headers.get(i));
            sheet.style(row - 1, i)
                    .format("@")
                    .bold()
                    .fillColor("E8EEF4")
                    .verticalAlignment("center")
                    .set();
            sheet.width(i, Math.min(60, Math.max(10, 2.2 * headers.get(i).length() + 4)));
        }
        sheet.freezePane(0, row);
    }

    @Override
    public void put(int row, List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            put(row - 1, i, cells.get(i));
        }
        if (++held == HELD) {
            sheet().flush();
            held = 0;
        }
    }

    private void put(int row, int column, @Nullable Object cell) {
        var sheet = sheet();
        switch (cell) {
            case null -> {}
            case String text when text.isEmpty() -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
                sheet.inlineString(row, column, text(cell.toString()));
                sheet.style(row, column).format("@").set();
            }
        }
    }

    private static String text(String text) {
        var escaped = Texts.escaped(text);
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST - 1) + "…";
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
            held = 0;
        }
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        workbook.finish();
    }
}
