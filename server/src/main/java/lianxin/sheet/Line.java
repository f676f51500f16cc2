package lianxin.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lianxin.workbook.Row;
import org.jspecify.annotations.Nullable;

/** One row, understood: the values of its columns, and what is wrong with it. */
public final class Line {

    private static final Set<String> EXCEL_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private final Row row;
    private final Columns columns;
    private final HeaderMatch match;
    private final @Nullable Object[] values;
    private final List<Fault> faults = new ArrayList<>();

    Line(Row row, Columns columns, HeaderMatch match) {
        this.row = row;
        this.columns = columns;
        this.match = match;
        this.values = new Object[columns.all().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(columns.all().get(i), match.at(i));
        }
    }

    public Row row() {
        return row;
    }

    /** Whether every cell could be understood and nothing required is missing. */
    public boolean good() {
        return faults.isEmpty();
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The value of a column, or null where the cell is blank, could not be understood, or the file has no such column. */
    @SuppressWarnings("unchecked") // a column's values are made by its own kind
    public <T> @Nullable T get(Column<T> column) {
        return (T) values[columns.place(column)];
    }

    /** The value of a required column of a good line. */
    public <T> T need(Column<T> column) {
        return Objects.requireNonNull(get(column), column.key());
    }

    /** Whether the file has the column at all: a column left out changes nothing, a blank cell empties. */
    public boolean has(Column<?> column) {
        return match.at(columns.place(column)) >= 0;
    }

    /** Something the caller found wrong with a cell, such as a code nobody knows; {@code key} is in the caller's own bundle. */
    public Fault fault(Column<?> column, String key, Object... args) {
        var fault = at(column, match.at(columns.place(column)), key, List.of(args));
        faults.add(fault);
        return fault;
    }

    private @Nullable Object read(Column<?> column, int at) {
        var text = row.cell(at);
        if (text.isEmpty()) {
            if (column.mandatory()) {
                faults.add(at(column, at, "sheet.cell.missing", List.of()));
            }
            return null;
        }
        if (EXCEL_ERRORS.contains(text)) {
            faults.add(at(column, at, "sheet.cell.excel-error", List.of(text)));
            return null;
        }
        return switch (column.kind().read(text)) {
            case Kind.Read.Good<?>(Object value) -> value;
            case Kind.Read.Bad<?>(String key, List<Object> args) -> {
                faults.add(at(column, at, key, args));
                yield null;
            }
        };
    }

    private Fault at(Column<?> column, int at, String key, List<Object> args) {
        return at < 0
                ? new Fault(row.sheet(), String.valueOf(row.number()), column.chinese(), key, args)
                : new Fault(row.sheet(), row.at(at), match.headers().get(at), key, args);
    }
}
