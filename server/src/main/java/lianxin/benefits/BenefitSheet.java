package lianxin.benefits;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Fault;
import lianxin.sheet.Line;
import lianxin.sheet.Option;
import lianxin.sheet.SheetWriter;
import lianxin.sheet.Sheets;
import lianxin.workbook.Format;
import lianxin.workbook.Limits;
import lianxin.workbook.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an office’s sheet of benefits says, line by line: a household of its own ground, a policy, a day. */
@Component
class BenefitSheet {

    /** A county pays one policy to its villages in several sheets; a sheet of more lines is cut by whoever sends it. */
    static final Limits LIMITS = new Limits(10L << 20, 1L << 28, 200, 8, 5_000, 64, 32_767);

    private static final Column<String> KEY = Column.text("key", "户编号", "Household number", 40)
            .required()
            .synonyms("编号", "户号", "农户编号")
            .example("H000001");
    private static final Column<String> HEAD = Column.text("head", "户主", "Head", 40)
            .synonyms("户主姓名", "姓名")
            .help("可不填；填了就核对是不是这一户。", "May be blank; when it is not, it must be this household’s.");
    private static final Column<Kind> KIND = Column.choice(
                    "kind",
                    "类别",
                    "Kind",
                    Option.of(Kind.SUBSIDY, "补贴", "Subsidy", "惠农补贴"),
                    Option.of(Kind.INSURANCE, "报销赔付", "Insurance", "保险", "报销", "赔付"),
                    Option.of(Kind.RELIEF, "救助", "Relief", "低保", "临时救助"),
                    Option.of(Kind.PROJECT, "项目收益", "Project income", "分红"),
                    Option.of(Kind.GOODS, "物资", "Goods", "实物"),
                    Option.of(Kind.SERVICE, "服务", "Service"))
            .required();
    private static final Column<String> POLICY = Column.text("policy", "政策或项目", "Policy or project", 60)
            .required()
            .synonyms("政策名称", "项目名称", "补贴项目", "项目")
            .example("耕地地力保护补贴");
    private static final Column<String> AMOUNT = Column.text("amount", "金额", "Amount", 14)
            .synonyms("金额（元）", "补贴金额", "发放金额")
            .help("元，最多两位小数；不是钱就空着。", "Yuan, two decimals at most; blank when it is not money.")
            .example("312.50");
    private static final Column<LocalDate> DAY =
            Column.day("day", "发放日期", "Sent on").required().synonyms("日期", "到账日期", "发放时间");
    static final Columns COLUMNS = Columns.of("惠农到户", "Benefits", KEY, HEAD, KIND, POLICY, AMOUNT, DAY);

    private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private final Households households;

    BenefitSheet(Households households) {
        this.households = households;
    }

    void template(OutputStream out, Words words) throws IOException {
        SheetWriter.template(out, Format.XLSX, COLUMNS, words);
    }

    /** Reads the whole sheet; refused as {@link Sheets} refuses what is no sheet, or has no header we know. */
    Read read(Path file, Ground ground, LocalDate today) {
        try (var sheets = Sheets.open(file, LIMITS)) {
            var reading = new Reading(ground, today);
            for (var line : sheets.lines(COLUMNS, sheets.match(COLUMNS), Progress.UNSEEN)) {
                reading.take(line);
            }
            return new Read(reading.rows, reading.faults);
        }
    }

    private final class Reading {

        private final Ground ground;
        private final LocalDate today;
        private final HashSet<List<Object>> seen = new HashSet<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(Ground ground, LocalDate today) {
            this.ground = ground;
            this.today = today;
        }

        void take(Line line) {
            var home = home(line);
            var amount = amount(line);
            var day = line.get(DAY);
            if (day != null && (day.isAfter(today) || day.isBefore(today.minusYears(5)))) {
                line.fault(DAY, "benefits.cell.day");
            }
            if (line.good() && home != null && !seen.add(List.of(home.id(), line.need(POLICY), line.need(DAY)))) {
                line.fault(KEY, "benefits.cell.twice");
            }
            if (line.good() && home != null) {
                rows.add(new Row(
                        Ids.next(),
                        home.id(),
                        home.place(),
                        line.need(KIND),
                        line.need(POLICY),
                        amount,
                        line.need(DAY)));
            } else {
                faults.add(line.faults().getFirst());
            }
        }

        private @Nullable Household home(Line line) {
            var key = line.get(KEY);
            if (key == null) {
                return null;
            }
            var home = households
                    .byKey(key)
                    .filter(h -> ground.contains(h.place()) && h.lives(today))
                    .orElse(null);
            var head = line.get(HEAD);
            if (home == null) {
                line.fault(KEY, "benefits.cell.no-such-household");
            } else if (head != null && !head.equals(home.head())) {
                line.fault(HEAD, "benefits.cell.other-head");
            }
            return home;
        }

        private @Nullable BigDecimal amount(Line line) {
            var written = line.get(AMOUNT);
            if (written == null) {
                return null;
            }
            var plain = written.replaceAll("[,， ]|元$", "");
            if (!MONEY.matcher(plain).matches()) {
                line.fault(AMOUNT, "benefits.cell.amount");
                return null;
            }
            return new BigDecimal(plain);
        }
    }

    /** One line that was understood. */
    record Row(
            UUID id,
            UUID household,
            long place,
            Kind kind,
            String policy,
            @Nullable BigDecimal amount,
            LocalDate arrivedOn) {}

    /** All lines that were, and what was wrong with the others. */
    record Read(List<Row> rows, List<Fault> faults) {}
}
