package lianxin.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.privacy.Datum;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.Option;
import lianxin.sheet.SheetWriter;
import lianxin.staff.CadreRow;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CadreFile implements RosterFile {

    static final Column<String> KEY = Column.text("key", "干部编号", "Cadre number", 40)
            .required()
            .synonyms("编号", "工号", "干部代码", "人员编号")
            .help(
                    "本办公室自己的编号，一人一个，以后不变。不要填身份证号。",
                    "Your office’s own number, one each, the same for ever. Never an identity card’s.")
            .example("G00001");
    static final Column<String> NAME =
            Column.text("name", "姓名", "Name", 40).required().synonyms("干部姓名", "联户干部", "名字");
    static final Column<String> UNIT = Column.text("unit", "单位编号", "Unit number", 40)
            .required()
            .synonyms("所在单位编号", "单位代码", "单位编码")
            .help("已导入的单位的编号。", "The number of a unit that has been imported.")
            .example("D001");
    static final Column<String> POST =
            Column.text("post", "职务", "Post", 60).required().synonyms("现任职务", "岗位");
    static final Column<String> RANK = Column.choice(
                    "rank",
                    "职级",
                    "Rank",
                    Option.of("COUNTY_LEAD", "县处级正职", "County head", "正县", "正处", "正县级", "正处级"),
                    Option.of("COUNTY_DEPUTY", "县处级副职", "County deputy", "副县", "副处", "副县级", "副处级"),
                    Option.of("SECTION_LEAD", "乡科级正职", "Section head", "正科", "正科级"),
                    Option.of("SECTION_DEPUTY", "乡科级副职", "Section deputy", "副科", "副科级"),
                    Option.of("STAFF", "一般干部", "Staff", "科员", "办事员", "工作人员", "普通干部", "一般工作人员"))
            .required()
            .synonyms("级别", "行政级别", "职务级别");
    static final Column<Boolean> LEADER =
            Column.yesNo("leader", "领导干部", "Leader").synonyms("是否领导", "领导", "是否领导干部");
    static final Column<String> PHONE = Column.phone("phone", "工作电话", "Work phone")
            .synonyms("联系电话", "电话", "办公电话", "手机")
            .help("会印在连心卡上，请填工作电话。", "Printed on the contact card; a work number.");
    static final Column<List<String>> SKILLS = Column.many("skills", "擅长", "Good at", 8, Reading.NEED)
            .synonyms("擅长类别", "特长")
            .help("擅长联系哪些类别的农户。", "Which needs he is good at.");
    static final Column<String> HOME =
            Column.code("home", "家乡村代码", "Home village code", 12).synonyms("籍贯村代码", "家乡");
    static final Column<Integer> LEAST =
            Column.whole("min", "最少联户数", "Households at least", 0, 1000).synonyms("联户下限");
    static final Column<Integer> MOST = Column.whole("max", "最多联户数", "Households at most", 0, 1000)
            .synonyms("联户上限")
            .help("不填按制度规定。", "Blank: as the scheme says.");
    static final Column<LocalDate> SINCE = Column.day("since", "到岗日期", "Since").synonyms("任职日期", "起始日期");

    static final Columns COLUMNS =
            Columns.of("干部名册", "Cadres", KEY, NAME, UNIT, POST, RANK, LEADER, PHONE, SKILLS, HOME, LEAST, MOST, SINCE);

    private final Units units;
    private final Cadres cadres;
    private final Divisions divisions;
    private final CountyTime time;

    CadreFile(Units units, Cadres cadres, Divisions divisions, CountyTime time) {
        this.units = units;
        this.cadres = cadres;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.CADRES;
    }

    @Override
    public Set<Datum> says() {
        return EnumSet.of(Datum.REFERENCE, Datum.CADRE, Datum.WORK_PHONE, Datum.CAREER);
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Reading reading(Ground ground) {
        return new Rows(
                units.on(ground).stream()
                        .filter(u -> u.until() == null)
                        .collect(Collectors.toMap(Unit::key, Function.identity())),
                divisions.villages(Ground.EVERYWHERE, time.today()),
                time.today());
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        var today = time.today();
        var unitOf = units.on(ground).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        var all = cadres.serving(ground, today);
        var homes = divisions.byId(
                all.stream()
                        .map(c -> c.homeVillage())
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                today);
        for (var cadre : all) {
            var unit = unitOf.get(cadre.unit());
            var home = cadre.homeVillage() == null ? null : homes.get(cadre.homeVillage());
            sheet.row(RosterFile.values(
                    cadre.key(),
                    cadre.name(),
                    unit == null ? null : unit.key(),
                    cadre.post(),
                    cadre.rank(),
                    cadre.leader(),
                    cadre.phone(),
                    cadre.skills(),
                    home == null ? null : home.code(),
                    cadre.capacityMin(),
                    cadre.capacityMax(),
                    cadre.since()));
        }
    }

    /**
     * @param units on the caller's ground, by key
     * @param villages everywhere, by code: a cadre may come from another county
     */
    private record Rows(Map<String, Unit> units, Map<Long, UUID> villages, LocalDate today) implements Reading {

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            Reading.keyed(line, KEY);
            Reading.begun(line, SINCE, today);
            var unit = unit(line);
            var home = home(line);
            var least = line.get(LEAST);
            var most = line.get(MOST);
            if (least != null && most != null && least > most) {
                line.fault(MOST, "intake.cell.not-a-range", least.toString(), most.toString());
            }
            if (unit == null || !line.good()) {
                return null;
            }
            return new CadreRow(
                    number,
                    line.need(KEY),
                    unit.id(),
                    unit.place(),
                    line.need(NAME),
                    line.need(POST),
                    line.need(RANK),
                    line.get(LEADER),
                    line.get(PHONE) == null && line.has(PHONE) ? "" : line.get(PHONE),
                    Reading.needs(line, SKILLS),
                    home,
                    least == null && line.has(LEAST) ? Integer.valueOf(-1) : least,
                    most == null && line.has(MOST) ? Integer.valueOf(-1) : most,
                    line.get(SINCE));
        }

        private @Nullable Unit unit(Line line) {
            var key = line.get(UNIT);
            var unit = key == null ? null : units.get(key);
            if (key != null && unit == null) {
                line.fault(UNIT, "intake.cell.no-such-unit", key);
            }
            return unit;
        }

        private @Nullable UUID home(Line line) {
            var code = line.get(HOME);
            var village = code == null ? null : villages.get(Long.parseLong(code));
            if (code != null && village == null) {
                line.fault(HOME, "intake.cell.no-such-village", code);
            }
            return village;
        }
    }
}
