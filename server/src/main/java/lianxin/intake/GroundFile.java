package lianxin.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.scheme.GroundRow;
import lianxin.scheme.Grounds;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.SheetWriter;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which units serve which places, one a line (单位包村安排). */
@Component
class GroundFile implements RosterFile {

    static final Column<String> UNIT = Column.text("unit", "单位编号", "Unit number", 40)
            .required()
            .synonyms("包村单位编号", "派出单位编号", "帮包单位编号", "单位代码", "单位编码")
            .help("已导入的单位的编号。", "The number of a unit that has been imported.")
            .example("D001");
    static final Column<String> PLACE = Column.code("place", "所包地方代码", "Place code", 12)
            .required()
            .synonyms("村代码", "所包村代码", "帮包村代码", "区划代码", "行政区划代码")
            .help(
                    "村、乡镇或县的 12 位区划代码；填乡镇就是包整个乡镇。",
                    "12-digit code of a village, or of a township or county, which gives the unit the whole of it.")
            .example("370827100201");

    static final Columns COLUMNS =
            Columns.of("单位包村", "Units and villages", UNIT, PLACE, Reading.SOURCE, Reading.FROM, Reading.UNTIL);

    private final Grounds grounds;
    private final Units units;
    private final Divisions divisions;
    private final CountyTime time;

    GroundFile(Grounds grounds, Units units, Divisions divisions, CountyTime time) {
        this.grounds = grounds;
        this.units = units;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.GROUNDS;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    /** A unit of the city may serve a village of a county: units are found wherever they are. */
    @Override
    public Reading reading(Ground ground) {
        var today = time.today();
        return new Rows(
                units.on(Ground.EVERYWHERE).stream()
                        .filter(u -> u.until() == null)
                        .collect(Collectors.toMap(Unit::key, Function.identity())),
                divisions.ids(ground, today).keySet(),
                today);
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        var given = grounds.given(ground, time.today());
        var serving =
                units.byId(given.stream().map(g -> g.served().unit()).distinct().toList());
        for (var one : given) {
            var place = one.served().ground();
            var unit = serving.get(one.served().unit());
            if (unit != null && ground.and(place).equals(place)) {
                sheet.row(RosterFile.values(unit.key(), place.lo(), one.source(), one.since(), one.until()));
            }
        }
    }

    /**
     * @param units by key
     * @param places codes of all places on the caller's ground
     */
    private record Rows(Map<String, Unit> units, Set<Long> places, LocalDate today) implements Reading {

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            Reading.ends(line, today);
            var key = line.get(UNIT);
            var unit = key == null ? null : units.get(key);
            if (key != null && unit == null) {
                line.fault(UNIT, "intake.cell.no-such-unit", key);
            }
            var place = line.get(PLACE);
            if (place != null && !places.contains(Long.parseLong(place))) {
                line.fault(PLACE, "intake.cell.no-such-place", place);
            }
            if (unit == null || !line.good()) {
                return null;
            }
            return new GroundRow(
                    number,
                    key + " " + line.need(PLACE),
                    unit.id(),
                    DivisionCode.of(line.need(PLACE)),
                    line.get(Reading.SOURCE),
                    line.get(Reading.FROM),
                    line.get(Reading.UNTIL));
        }
    }
}
