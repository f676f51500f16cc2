package lianxin.workbook;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param sheet name of its sheet; empty in a CSV file
 * @param number as Excel shows it at the left, from 1
 * @param cells trimmed texts from column A on; a blank cell is an empty text, blank cells at the end are left out
 */
public record Row(String sheet, int number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The text in a column (0 is A), empty when there is none. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** The address of a cell of this row as Excel shows it: C12. */
    public String at(int column) {
        return letters(column) + number;
    }

    /** The letters over a column: 0 is A, 26 is AA. */
    public static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }
}
