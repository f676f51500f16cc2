package lianxin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The three workbooks an office would send in for real villages: invented units, cadres and households, the same for the same scale. Each unit
 * serves a run of villages as long as its people last, so that most villages are served by one unit or two.
 */
final class Registers {

    /** How much there is. */
    enum Scale {
        TOWNSHIP("370827101000", "370827000000", 10_000, 474, 9),
        COUNTY("370827000000", "370827000000", 100_000, 4_731, 73),
        CITY("370800000000", "370800000000", 1_800_000, 70_000, 300);

        final String place;
        /** Where the units sit. */
        final String seat;

        final int households;
        final int cadres;
        final int units;

        Scale(String place, String seat, int households, int cadres, int units) {
            this.place = place;
            this.seat = seat;
            this.households = households;
            this.cadres = cadres;
            this.units = units;
        }

        /** What the codes of its villages begin with. */
        private String prefix() {
            return place.replaceFirst("0+$", "");
        }
    }

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国玉梅红云海燕春峰";
    private static final List<String> RANKS = List.of("乡科级正职", "乡科级副职", "乡科级副职", "一般干部");
    private static final List<String> NEEDS = List.of("低保", "独居老人", "残疾人", "留守儿童");
    private static final int MOST_ROWS = 1_000_000;

    private final Scale scale;
    private final List<String> villages;
    private final int[] sizes;
    private final SplittableRandom random = new SplittableRandom(2013);

    Registers(Scale scale) throws IOException {
        this.scale = scale;
        this.villages = villages(scale.prefix());
        this.sizes = sizes();
    }

    private static List<String> villages(String prefix) throws IOException {
        var file = Objects.requireNonNull(Registers.class.getResourceAsStream("/data/jining-divisions-2023.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals("VILLAGE") && cells[1].startsWith(prefix))
                    .map(cells -> cells[1])
                    .sorted()
                    .toList();
        }
    }

    private int[] sizes() {
        var weights = villages.stream()
                .mapToDouble(_ -> Math.exp(0.5 * random.nextGaussian()))
                .toArray();
        double all = 0;
        for (var weight : weights) {
            all += weight;
        }
        var sizes = new int[weights.length];
        int left = scale.households;
        for (int v = 0; v < sizes.length; v++) {
            sizes[v] = Math.max(1, (int) (weights[v] / all * scale.households));
            left -= sizes[v];
        }
        sizes[0] += left;
        return sizes;
    }

    Path units(Path folder) throws IOException {
        return write(folder.resolve("units.xlsx"), List.of("单位编号", "单位名称", "层级", "类型", "所在地代码"), book -> {
            for (int u = 0; u < scale.units; u++) {
                book.row(
                        unit(u),
                        "第" + (u + 1) + "单位",
                        "县级",
                        "政府机关",
                        villages.get(first(u)).substring(0, 6) + "000000");
            }
        });
    }

    Path cadres(Path folder) throws IOException {
        return write(folder.resolve("cadres.xlsx"), List.of("干部编号", "姓名", "单位编号", "职务", "职级", "领导干部", "擅长"), book -> {
            for (int c = 0; c < scale.cadres; c++) {
                var rank = c % 12 < 3 ? RANKS.get(c % 12) : RANKS.get(3);
                book.row(
                        "G%06d".formatted(c),
                        name(),
                        unit(c % scale.units),
                        "干部",
                        rank,
                        c % 12 == 0 ? "是" : "否",
                        c % 5 == 0 ? NEEDS.get(random.nextInt(NEEDS.size())) : "");
            }
        });
    }

    Path households(Path folder) throws IOException {
        return write(folder.resolve("households.xlsx"), List.of("户编号", "村代码", "组别", "户主", "人口", "需要类别"), book -> {
            for (int v = 0; v < sizes.length; v++) {
                for (int h = 0; h < sizes[v]; h++) {
                    book.row(
                            villages.get(v) + "-%05d".formatted(h),
                            villages.get(v),
                            String.valueOf(1 + h / 45),
                            name(),
                            String.valueOf(1 + random.nextInt(6)),
                            random.nextInt(7) == 0 ? NEEDS.get(random.nextInt(NEEDS.size())) : "");
                }
            }
        });
    }

    private int first(int unit) {
        long before = (long) unit * scale.households / scale.units;
        int village = 0;
        for (long seen = 0; village < sizes.length - 1 && seen + sizes[village] <= before; village++) {
            seen += sizes[village];
        }
        return village;
    }

    static String unit(int unit) {
        return "D%04d".formatted(unit);
    }

    private String name() {
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private interface Rows {
        void into(Book book) throws IOException;
    }

    private static Path write(Path file, List<String> header, Rows rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Book(out, header)) {
            rows.into(book);
        }
        return file;
    }

    /** A workbook that goes on in another sheet when one is full. */
    private static final class Book implements AutoCloseable {

        private final Workbook book;
        private final List<String> header;
        private final List<Worksheet> sheets = new ArrayList<>();
        private int row;

        Book(OutputStream out, List<String> header) {
            this.book = new Workbook(out, "bench", "1.0");
            this.header = header;
        }

        void row(String... cells) throws IOException {
            if (sheets.isEmpty() || row == MOST_ROWS) {
                if (!sheets.isEmpty()) {
                    sheets.getLast().finish(); // a sheet that is flushed as it grows must end before the next begins
                }
                sheets.add(book.newWorksheet("名册" + (sheets.size() + 1)));
                row = 0;
                put(header.toArray(String[]::new));
            }
            put(cells);
            if (row % 1_000 == 0) {
                sheets.getLast().flush();
            }
        }

        private void put(String... cells) {
            for (int column = 0; column < cells.length; column++) {
                sheets.getLast().value(row, column, cells[column]);
            }
            row++;
        }

        @Override
        public void close() throws IOException {
            if (sheets.size() > 1) {
                sheets.getLast().finish();
            }
            book.close();
        }
    }
}
