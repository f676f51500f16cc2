package lianxin.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet of a workbook, holding one row at a time. The size a sheet states about itself is not looked at. */
final class XlsxRows implements Rows {

    private static final int LAST_ROW = 1_048_576;

    private final String sheet;
    private final Xml xml;
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private int number;
    private int column;

    XlsxRows(String sheet, Xml xml, SharedTexts texts, NumberFormats formats, Limits limits) {
        this.sheet = sheet;
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.limits = limits;
        xml.locatedBy(() -> Row.letters(Math.max(0, column)) + number);
    }

    @Override
    public @Nullable Row next() {
        while (xml.next()) {
            if (xml.starts("row")) {
                var cells = row();
                if (!cells.isEmpty()) {
                    return new Row(sheet, number, cells);
                }
            } else if (xml.ends("sheetData")) {
                return null;
            }
        }
        // A sheet without data is empty; one that breaks off in the middle has been reported by the parser.
        return null;
    }

    private List<String> row() {
        int said = Xml.number(xml.attribute("r"), number + 1);
        if (said <= number || said > LAST_ROW) {
            throw xml.damaged();
        }
        number = said;
        List<String> cells = new ArrayList<>();
        column = -1;
        while (xml.next()) {
            if (xml.ends("row")) {
                return cells;
            } else if (xml.starts("c")) {
                column = column(xml.attribute("r"), column);
                put(cells, column, cell(xml.attribute("t"), xml.attribute("s")));
            }
        }
        throw xml.damaged();
    }

    /** Blank cells cost nothing, however many there are: whole rows are often coloured. */
    private void put(List<String> cells, int column, String said) {
        if (said.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw WorkbookRefusal.TOO_MANY_COLUMNS.because(Row.letters(column) + number, limits.columns());
        }
        while (cells.size() < column) {
            cells.add("");
        }
        if (cells.size() > column) {
            throw xml.damaged(); // two cells in one place
        }
        cells.add(said);
    }

    /** The column in {@code AB12} is 27; a cell without an address stands to the right of the one before. */
    private int column(@Nullable String address, int before) {
        if (address == null) {
            return before + 1;
        }
        int column = 0;
        int i = 0;
        for (; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
            if (column > 16_384) {
                throw WorkbookRefusal.TOO_MANY_COLUMNS.because(sheet, limits.columns());
            }
        }
        if (i == 0 || column - 1 <= before || Xml.number(address.substring(i), -1) != number) {
            throw xml.damaged();
        }
        return column - 1;
    }

    private String cell(@Nullable String type, @Nullable String style) {
        text.setLength(0);
        while (xml.next()) {
            if (xml.ends("c")) {
                return text.isEmpty() ? "" : meant(type, style);
            } else if (xml.starts("v") || xml.starts("t")) {
                xml.textInto(text, limits.cellChars());
            } else if (xml.starts("f") || xml.starts("rPh") || xml.starts("extLst")) {
                xml.skip();
            }
        }
        throw xml.damaged();
    }

    private String meant(@Nullable String type, @Nullable String style) {
        return switch (type == null ? "n" : type) {
            case "s" -> orDamaged(texts.get(Xml.number(text.toString().strip(), Integer.MAX_VALUE)));
            case "n" -> orDamaged(Numbers.text(text.toString().strip(), formats, style));
            case "b" -> text.charAt(0) == '1' ? "TRUE" : "FALSE";
            case "inlineStr", "str" -> Texts.unescaped(text);
            case "d" ->
                Texts.unescaped(text)
                        .replaceFirst("T(00:00:00(\\.0+)?Z?)?", " ")
                        .strip();
            case "e" -> Plain.trimmed(text);
            default -> throw xml.damaged();
        };
    }

    private String orDamaged(@Nullable String said) {
        if (said == null) {
            throw xml.damaged();
        }
        return said;
    }

    @Override
    public void close() {
        xml.close();
    }
}
