package lianxin.intake;

import java.time.LocalDate;
import java.util.Set;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.Option;
import lianxin.staff.UnitRow;
import org.jspecify.annotations.Nullable;

/** @param places codes of all places on the caller's ground */
record UnitReading(Set<Long> places, LocalDate today) implements Reading {

    static final Column<String> KEY = Column.text("key", "单位编号", "Unit number", 40)
            .required()
            .synonyms("编号", "单位代码", "机构代码", "单位编码")
            .help("本办公室自己的编号，一个单位一个，以后不变。", "Your office’s own number, one for each unit, the same for ever.")
            .example("D001");
    static final Column<String> NAME = Column.text("name", "单位名称", "Name", 100)
            .required()
            .synonyms("单位", "名称", "单位全称", "派出单位")
            .example("示例县农业农村局");
    static final Column<String> PARENT = Column.text("parent", "上级单位编号", "Parent’s number", 40)
            .synonyms("上级单位", "上级编号", "主管单位编号")
            .help("上级单位的编号，可以在同一个文件里；没有就空着。", "The number of the unit above it, here or in this file; blank for none.");
    static final Column<String> LEVEL = Column.choice(
                    "level",
                    "层级",
                    "Level",
                    Option.of("CITY", "市级", "City", "市", "市直"),
                    Option.of("COUNTY", "县级", "County", "县", "县直", "区级", "县区级"),
                    Option.of("TOWNSHIP", "乡镇级", "Township", "乡镇", "镇级", "街道"),
                    Option.of("VILLAGE", "村级", "Village", "村"))
            .required()
            .synonyms("单位层级", "级别", "单位级别");
    static final Column<String> KIND = Column.choice(
                    "kind",
                    "类型",
                    "Kind",
                    Option.of("PARTY", "党群机关", "Party organ", "党群", "党委部门"),
                    Option.of("GOVERNMENT", "政府机关", "Government", "政府部门", "机关", "行政"),
                    Option.of("PUBLIC_INSTITUTION", "事业单位", "Public institution", "事业"),
                    Option.of("ENTERPRISE", "企业", "Enterprise", "国企", "国有企业"),
                    Option.of("SCHOOL", "学校", "School"),
                    Option.of("HOSPITAL", "医院", "Hospital", "卫生院"),
                    Option.of("TOWNSHIP", "乡镇", "Township", "乡镇街道"),
                    Option.of("OTHER", "其他", "Other", "其它"))
            .required()
            .synonyms("单位类型", "性质", "单位性质");
    static final Column<String> PLACE = Column.code("place", "所在地代码", "Place code", 12)
            .required()
            .synonyms("区划代码", "所在地", "行政区划代码", "所在地区划代码")
            .help("单位所在地的 12 位区划代码。", "12-digit division code of where it is.")
            .example("370827000000");
    static final Column<String> LON = Column.text("lon", "经度", "Longitude", 20)
            .help("办公地点，东经度数，可以不填。", "Degrees east of its office, may be blank.");
    static final Column<String> LAT = Column.text("lat", "纬度", "Latitude", 20);
    static final Column<LocalDate> SINCE = Column.day("since", "设立日期", "Since").synonyms("成立日期", "启用日期");

    static final Columns COLUMNS = Columns.of("单位名册", "Units", KEY, NAME, PARENT, LEVEL, KIND, PLACE, LON, LAT, SINCE);

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public @Nullable RosterRow row(Line line, long number) {
        Reading.keyed(line, KEY);
        Reading.begun(line, SINCE, today);
        var place = line.get(PLACE);
        if (place != null && !places.contains(Long.parseLong(place))) {
            line.fault(PLACE, "intake.cell.no-such-place", place);
        }
        var lon = degrees(line, LON, 180);
        var lat = degrees(line, LAT, 90);
        if ((lon == null) != (lat == null)) {
            line.fault(lon == null ? LON : LAT, "intake.cell.half-a-point");
        }
        if (!line.good()) {
            return null;
        }
        return new UnitRow(
                number,
                line.need(KEY),
                line.need(NAME),
                parent(line),
                line.need(LEVEL),
                line.need(KIND),
                Long.parseLong(line.need(PLACE)),
                lon,
                lat,
                line.get(SINCE));
    }

    private static @Nullable String parent(Line line) {
        var parent = line.get(PARENT);
        return parent != null ? parent : line.has(PARENT) ? "" : null;
    }

    private static @Nullable Double degrees(Line line, Column<String> column, int most) {
        var text = line.get(column);
        if (text == null) {
            return null;
        }
        if (text.matches("-?\\d{1,3}(\\.\\d{1,15})?") && Math.abs(Double.parseDouble(text)) <= most) {
            return Double.valueOf(text);
        }
        line.fault(column, "intake.cell.not-degrees", text);
        return null;
    }
}
