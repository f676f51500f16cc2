package lianxin.region;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a file of divisions: CSV in UTF-8 or GB18030, a header line, then one place a line: level, code12, name, parent12, kind. One root;
 * everything else hangs under it by code.
 */
final class DivisionFile {

    private static final List<String> COLUMNS = List.of("level", "code12", "name", "parent12", "kind");
    private static final int MOST_LINES = 100_000;

    private DivisionFile() {}

    static List<DivisionRow> read(byte[] file) {
        var lines = text(file).lines().toList();
        if (lines.size() < 2) {
            throw RegionRefusal.FILE_EMPTY.because();
        }
        if (lines.size() > MOST_LINES) {
            throw RegionRefusal.FILE_TOO_LONG.because(lines.size(), MOST_LINES);
        }
        if (!cells(lines.getFirst().replace("\uFEFF", "")).equals(COLUMNS)) {
            throw RegionRefusal.FILE_COLUMNS.because(String.join(",", COLUMNS));
        }
        var rows = new ArrayList<DivisionRow>();
        for (var i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(row(i + 1, cells(lines.get(i))));
            }
        }
        return DrawingRules.inOneTree(rows);
    }

    private static DivisionRow row(int line, List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw RegionRefusal.ROW_UNREADABLE.because(line, String.join(",", cells));
        }
        var code = code(line, cells.get(1));
        var name = cells.get(2);
        if (!code.level().name().equals(cells.get(0))) {
            throw RegionRefusal.ROW_LEVEL.because(line, code, cells.get(0));
        }
        var kind = code.kind();
        var parent = cells.get(3).isEmpty() ? null : code(line, cells.get(3));
        return new DivisionRow(line, code, name, kind == null ? cells.get(4) : kind, parent);
    }

    private static DivisionCode code(int line, String digits) {
        if (!DivisionCode.readable(digits)) {
            throw RegionRefusal.ROW_CODE.because(line, digits);
        }
        return DivisionCode.of(digits);
    }

    /** UTF-8 when every byte of it says so, else what offices still save from spreadsheets. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            try {
                return Charset.forName("GB18030")
                        .newDecoder()
                        .decode(ByteBuffer.wrap(file))
                        .toString();
            } catch (CharacterCodingException neither) {
                throw RegionRefusal.FILE_ENCODING.because();
            }
        }
    }

    /** Names of places hold no comma and no quote; a spreadsheet may still put every cell in quotes. */
    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }
}
