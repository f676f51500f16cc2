package lianxin.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.privacy.Datum;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.registry.HouseholdRow;
import lianxin.registry.Households;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class HouseholdFile implements RosterFile {

    static final Column<String> KEY = Column.text("key", "户编号", "Household number", 40)
            .required()
            .synonyms("编号", "户号", "农户编号", "户代码", "家庭编号")
            .help(
                    "本办公室自己的编号，一户一个，以后不变。不要填身份证号。",
                    "Your office’s own number, one each, the same for ever. Never an identity card’s.")
            .example("H000001");
    static final Column<String> VILLAGE = Column.code("village", "村代码", "Village code", 12)
            .required()
            .synonyms("村编码", "区划代码", "行政区划代码", "村（居）代码", "行政村代码")
            .help("村（居）的 12 位区划代码；请把这一列设成文本。", "The village’s 12-digit code; keep the column as text.")
            .example("370827100201");
    static final Column<Integer> GROUP =
            Column.whole("group", "组别", "Group", 0, 999).synonyms("村民小组", "村民组", "组", "小组");
    static final Column<String> HEAD =
            Column.text("head", "户主", "Head", 40).required().synonyms("户主姓名", "姓名", "户主名");
    static final Column<Integer> SIZE =
            Column.whole("size", "人口", "People", 1, 60).required().synonyms("家庭人口", "人口数", "户人口", "人数");
    static final Column<List<String>> NEEDS = Column.many("needs", "需要类别", "Needs", 8, Reading.NEED)
            .synonyms("类别", "户类别", "户类型", "困难类别")
            .help("几项之间用顿号隔开；没有就写“一般”或空着。", "Separated by a comma; none or blank when there is none.")
            .example("低保、独居老人");
    static final Column<LocalDate> REVIEW = Column.day("review", "复核日期", "Review date")
            .synonyms("类别复核日期", "到期日期")
            .help("类别到哪一天要复核；不填为一年后。", "When the needs are looked at again; a year from now when blank.");
    static final Column<LocalDate> SINCE = Column.day("since", "在册日期", "Since").synonyms("起始日期", "登记日期");

    static final Columns COLUMNS =
            Columns.of("农户名册", "Households", KEY, VILLAGE, GROUP, HEAD, SIZE, NEEDS, REVIEW, SINCE);

    private final Households households;
    private final Divisions divisions;
    private final CountyTime time;

    HouseholdFile(Households households, Divisions divisions, CountyTime time) {
        this.households = households;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.HOUSEHOLDS;
    }

    @Override
    public Set<Datum> says() {
        return EnumSet.of(Datum.REFERENCE, Datum.PLACE, Datum.HEAD, Datum.FAMILY, Datum.NEED);
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Reading reading(Ground ground) {
        return new Rows(divisions.villages(ground, time.today()), time.today());
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        households.export(ground, time.today(), (household, review) -> {
            try {
                sheet.row(RosterFile.values(
                        household.key(),
                        household.place(),
                        household.group(),
                        household.head(),
                        household.size(),
                        household.needs(),
                        review,
                        household.since()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** @param villages on the caller's ground, by code */
    private record Rows(Map<Long, UUID> villages, LocalDate today) implements Reading {

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            Reading.keyed(line, KEY);
            Reading.begun(line, SINCE, today);
            var code = line.get(VILLAGE);
            var village = code == null ? null : villages.get(Long.parseLong(code));
            if (code != null && village == null) {
                line.fault(VILLAGE, "intake.cell.no-such-village", code);
            }
            var needs = Reading.needs(line, NEEDS);
            var review = line.get(REVIEW);
            if (review != null && !review.isAfter(today) && needs != null && !needs.isEmpty()) {
                line.fault(REVIEW, "intake.cell.review-past", review.toString());
            }
            if (village == null || !line.good()) {
                return null;
            }
            return new HouseholdRow(
                    number,
                    line.need(KEY),
                    village,
                    Long.parseLong(line.need(VILLAGE)),
                    line.get(GROUP) == null && line.has(GROUP) ? Integer.valueOf(0) : line.get(GROUP),
                    line.need(HEAD),
                    line.need(SIZE),
                    needs,
                    needs == null || needs.isEmpty() ? null : review,
                    line.get(SINCE));
        }
    }
}
