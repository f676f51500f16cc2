package lianxin.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lianxin.platform.Ids;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
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

/**
 * What a list of troubles says, row by row. What a row is about may be left out, and a hotline’s own words for it are not ours: what is not on the county’s list is
 * taken from the words. A village or a household off the ground is refused in the words of one that does not exist.
 */
@Component
class ListSheet {

    /** A month of a township’s hotline fits; each row becomes a case in one transaction, and nobody waits longer than for a page. */
    static final Limits LIMITS = new Limits(5L << 20, 1L << 27, 200, 8, 1_000, 64, 32_767);

    private static final String EMERGENCY = "EMERGENCY";
    private static final String COMPLAINT = "COMPLAINT";

    private static final Column<String> VILLAGE = Column.text("village", "村", "Village", 60)
            .required()
            .synonyms("村代码", "村名", "所在村", "村（居）", "行政村", "村居", "区划代码", "Village code")
            .help("村名或 12 位区划代码；同名的村要填代码。", "Name or 12-digit code; the code where two villages share a name.")
            .example("370827100201");
    private static final Column<String> HOUSEHOLD = Column.text("household", "户", "Household", 40)
            .synonyms("户编号", "户号", "户主", "户主姓名", "农户编号", "农户")
            .help("户编号或户主姓名；不知道是哪一户就空着。", "Household number, or the name of its head; blank when nobody knows which.");
    private static final Column<String> CATEGORY = Column.text("category", "什么事", "About", 200)
            .synonyms("事项分类", "诉求分类", "问题分类", "分类", "事项类别", "Category")
            .help("可以空着：系统从原话里推测，分办时再定。", "May be blank: it is taken from the words, and decided by whoever sorts it.");
    private static final Column<String> WORDS = Column.text("words", "原话", "Words", CaseRules.WORDS)
            .required()
            .synonyms("诉求内容", "事项内容", "来电内容", "问题描述", "反映内容", "反映问题", "反映的问题", "诉求", "内容", "主要内容")
            .help(
                    "照原话写。不要写身份证号、电话；对干部的意见走投诉，不放在这里。",
                    "As it was said. No identity numbers, no telephones; what is said against a cadre goes as a complaint.")
            .example("村东头的路灯坏了三天");
    private static final Column<LocalDate> HEARD = Column.day("heard", "听到日期", "Heard on")
            .synonyms("日期", "来电时间", "受理时间", "受理日期", "反映日期", "反映时间", "登记日期", "登记时间")
            .help("可以空着，就是今天；不能在今天以后。", "May be blank for today; not to come.");
    private static final Column<String> NUMBER = Column.text("number", "来源编号", "Source number", 40)
            .synonyms("工单编号", "工单号", "编号", "事项编号", "诉求编号", "热线编号", "受理编号")
            .help(
                    "热线、会议或别的系统自己的编号，可以空着；有它，同一件不会受理两次。",
                    "The source’s own number, may be blank; with it nothing is opened twice.")
            .example("202611260001");

    private final Households households;
    private final Divisions divisions;
    private final Terms terms;

    ListSheet(Households households, Divisions divisions, Terms terms) {
        this.households = households;
        this.divisions = divisions;
        this.terms = terms;
    }

    /** An empty list with its headers, what cases are about in this county to choose from, and how each column is filled in. */
    void template(OutputStream out, LocalDate day, Words words) throws IOException {
        var choice = new Column<>(
                CATEGORY.key(),
                CATEGORY.chinese(),
                CATEGORY.english(),
                new lianxin.sheet.Kind.Choice<>(terms.categories(day).stream()
                        .map(c -> Option.of(c.code(), c.zh(), c.en()))
                        .toList()),
                CATEGORY.synonyms(),
                false,
                CATEGORY.helpChinese(),
                CATEGORY.helpEnglish(),
                "");
        SheetWriter.template(out, Format.XLSX, columns(kind(false), choice), words);
    }

    /** Reads the whole list; refused as {@link Sheets} refuses what is no sheet, or has no header we know. */
    Read read(Path file, String source, Ground ground, LocalDate today) {
        var kind = kind(true);
        var columns = columns(kind, CATEGORY);
        try (var sheets = Sheets.open(file, LIMITS)) {
            var reading = new Reading(kind, source, ground, today);
            for (var line : sheets.lines(columns, sheets.match(columns), Progress.UNSEEN)) {
                reading.take(line);
            }
            return new Read(reading.entries, reading.faults);
        }
    }

    private static Columns columns(Column<String> kind, Column<String> category) {
        return Columns.of("诉求名单", "Cases", VILLAGE, HOUSEHOLD, kind, category, WORDS, HEARD, NUMBER);
    }

    /** What a case is by law; what is no case here is understood too, so that the refusal says where it goes. */
    private static Column<String> kind(boolean all) {
        var offered = new ArrayList<>(List.of(
                Option.of("SERVICE", "求助", "Service", "诉求", "求决", "咨询", "一般"),
                Option.of("SUGGESTION", "建议", "Suggestion", "意见建议"),
                Option.of("HARDSHIP", "困难线索", "Hardship", "困难", "救助线索"),
                Option.of("DISPUTE", "矛盾纠纷", "Dispute", "纠纷", "矛盾"),
                Option.of("PETITION", "信访事项", "Petition", "信访")));
        if (all) {
            offered.add(Option.of(EMERGENCY, "紧急", "Emergency", "紧急求助", "警情", "火警", "急救"));
            offered.add(Option.of(COMPLAINT, "投诉", "Complaint", "投诉干部", "举报", "举报干部", "作风投诉", "干部作风"));
        }
        return Column.of("kind", "类别", "Kind", new lianxin.sheet.Kind.Choice<>(offered))
                .synonyms("诉求类型", "事项类型", "类型", "诉求类别")
                .help(
                        "可以空着，就是求助。紧急的先打 110、119、120；投诉干部的不放在这里。",
                        "May be blank for service. Call 110, 119 or 120 first in danger.");
    }

    private final class Reading {

        private final Column<String> kind;
        private final String source;
        private final LocalDate today;
        private final List<Terms.Category> categories;
        private final Villages villages;
        private final Set<String> seen = new HashSet<>();
        private final List<CaseList.Entry> entries = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(Column<String> kind, String source, Ground ground, LocalDate today) {
            this.kind = kind;
            this.source = source;
            this.today = today;
            this.categories = terms.categories(today);
            this.villages = Villages.on(ground, divisions, today);
        }

        void take(Line line) {
            var place = village(line);
            var home = place == null ? null : home(line, place);
            var words = words(line);
            var heard = line.get(HEARD);
            if (heard != null && (heard.isAfter(today) || heard.isBefore(today.minusYears(1)))) {
                line.fault(HEARD, "cases.list.cell.day");
            }
            var is = line.get(kind);
            if (EMERGENCY.equals(is)) {
                line.fault(kind, "cases.list.cell.emergency");
            } else if (COMPLAINT.equals(is)) {
                line.fault(kind, "cases.list.cell.complaint");
            }
            var number = line.get(NUMBER) == null ? "" : line.need(NUMBER);
            var mark = place == null ? "" : mark(place, home, words, heard, number);
            if (line.good() && !seen.add(mark)) {
                line.fault(number.isEmpty() ? WORDS : NUMBER, "cases.list.cell.twice");
            }
            if (place == null || !line.good()) {
                faults.add(line.faults().getFirst());
                return;
            }
            var category = category(line.get(CATEGORY));
            entries.add(new CaseList.Entry(
                    Ids.next(),
                    line.row().number(),
                    place,
                    home == null ? null : home.id(),
                    is == null ? Kind.SERVICE : Kind.valueOf(is),
                    category,
                    !category.isEmpty(),
                    words,
                    heard,
                    number,
                    mark));
        }

        private @Nullable Long village(Line line) {
            var said = line.get(VILLAGE);
            if (said == null) {
                return null;
            }
            var found = villages.called(said);
            if (found.size() != 1) {
                line.fault(
                        VILLAGE,
                        found.isEmpty() ? "cases.list.cell.no-such-village" : "cases.list.cell.villages-of-that-name");
                return null;
            }
            return found.getFirst();
        }

        private @Nullable Household home(Line line, long place) {
            var said = line.get(HOUSEHOLD);
            if (said == null) {
                return null;
            }
            var keyed = households.byKey(said).filter(h -> h.place() == place && h.lives(today));
            if (keyed.isPresent()) {
                return keyed.get();
            }
            var named = households.search(said, new DivisionCode(place).ground(), 20).stream()
                    .filter(h -> h.head().equals(said))
                    .toList();
            if (named.size() != 1) {
                line.fault(
                        HOUSEHOLD,
                        named.isEmpty() ? "cases.list.cell.no-such-household" : "cases.list.cell.heads-of-that-name");
                return null;
            }
            return named.getFirst();
        }

        /** As {@link CaseRules#said} keeps it, so that nothing is refused when it is opened. */
        private String words(Line line) {
            var written = line.get(WORDS);
            if (written == null) {
                return "";
            }
            var said = CaseRules.plain(written);
            if (said.isEmpty() || said.length() > CaseRules.WORDS) {
                line.fault(WORDS, "cases.list.cell.words", Integer.toString(CaseRules.WORDS));
            }
            return said;
        }

        private String category(@Nullable String said) {
            return said == null
                    ? ""
                    : categories.stream()
                            .filter(c -> c.code().equalsIgnoreCase(said)
                                    || c.zh().equals(said)
                                    || c.en().equalsIgnoreCase(said))
                            .map(Terms.Category::code)
                            .findFirst()
                            .orElse("");
        }

        /** The source’s own number within the county, or all that the row says: two rows of one mark are one row. */
        private String mark(
                long place, @Nullable Household home, String words, @Nullable LocalDate heard, String number) {
            return digest(
                    number.isEmpty()
                            ? List.of(
                                    Long.toString(place),
                                    home == null ? "" : home.id().toString(),
                                    same(words),
                                    heard == null ? "" : heard.toString())
                            : List.of(Long.toString(place / 1_000_000), same(source), same(number)));
        }
    }

    /** Without what one types differently from day to day: width, case, spaces. */
    private static String same(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    private static String digest(List<String> parts) {
        try {
            var said = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows that were understood, and what was wrong with the others. */
    record Read(List<CaseList.Entry> entries, List<Fault> faults) {}
}
