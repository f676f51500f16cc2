package lianxin.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.Sheets;
import lianxin.workbook.Limits;

/** One of our files: its columns, and walking over its lines. */
record Sheet(Path file, Columns columns) {

    private static final Limits LIMITS = Limits.OFFICE.withRows(20_000_000);

    static final Column<String> VILLAGE = id("village", "村", "Village", "村编号", "村代码", "行政村");
    static final Column<String> UNIT = id("unit", "单位", "Unit", "单位编号", "单位代码");
    static final Column<String> CADRE = id("cadre", "干部", "Cadre", "干部编号", "联户干部");
    static final Column<String> HOUSEHOLD = id("household", "户", "Household", "户编号", "农户编号", "农户");
    static final Column<Integer> X = metres("x", "东向米", "East");
    static final Column<Integer> Y = metres("y", "北向米", "North");

    static Column<String> id(String key, String chinese, String english, String... synonyms) {
        return Column.text(key, chinese, english, 60).required().synonyms(synonyms);
    }

    private static Column<Integer> metres(String key, String chinese, String english) {
        return Column.whole(key, chinese, english, -10_000_000, 10_000_000)
                .required()
                .synonyms(key)
                .help("任一平面坐标，单位米，各文件一致。", "Metres of any flat grid, the same in all files.");
    }

    /** Hands over every line; what is wrong with it, by its cells or by what {@code take} adds, goes to the faults. */
    void lines(Faults faults, Watching watching, Consumer<Line> take) {
        if (!Files.isReadable(file)) {
            throw DeskRefusal.NO_SUCH_FILE.because(file.toString());
        }
        try (var sheets = Sheets.open(file, LIMITS)) {
            var match = sheets.match(columns);
            for (var line : sheets.lines(columns, match, (rows, read, total) -> watching.reading(file, rows))) {
                take.accept(line);
                faults.add(file, line);
            }
        }
    }
}
