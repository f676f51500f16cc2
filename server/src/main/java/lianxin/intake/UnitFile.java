package lianxin.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import lianxin.platform.CountyTime;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.Option;
import lianxin.sheet.SheetWriter;
import lianxin.staff.Unit;
import lianxin.staff.UnitRow;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class UnitFile implements RosterFile {

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

    private final Units units;
    private final Divisions divisions;
    private final CountyTime time;

    UnitFile(Units units, Divisions divisions, CountyTime time) {
        this.units = units;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.UNITS;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Reading reading(Ground ground) {
        return new Rows(divisions.ids(ground, time.today()).keySet(), time.today());
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        var all = units.on(ground).stream().filter(u -> u.until() == null).toList();
        var parents = units.byId(all.stream()
                .map(Unit::parent)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        for (var unit : all) {
            var parent = unit.parent() == null ? null : parents.get(unit.parent());
            sheet.row(RosterFile.values(
                    unit.key(),
                    unit.name(),
                    parent == null ? null : parent.key(),
                    unit.level(),
                    unit.kind(),
                    unit.place(),
                    unit.lon(),
                    unit.lat(),
                    unit.since()));
        }
    }

    /** @param places codes of all places on the caller's ground */
    private record Rows(Set<Long> places, LocalDate today) implements Reading {

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            Reading.keyed(line, KEY);
            Reading.begun(line, SINCE, today);
            var place = line.get(PLACE);
            if (place != null && !places.contains(Long.parseLong(place))) {
                line.fault(PLACE, "intake.cell.no-such-place", place);
            }
            var lon = Reading.degrees(line, LON, 180);
            var lat = Reading.degrees(line, LAT, 90);
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
    }
}
