package lianxin.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.platform.CountyTime;
import lianxin.privacy.Datum;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.scheme.Exclusion;
import lianxin.scheme.ExclusionRow;
import lianxin.scheme.Exclusions;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.SheetWriter;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is not to be the contact of which household or of anybody in which village, one a line (回避名单). */
@Component
class ExclusionFile implements RosterFile {

    static final Column<String> CADRE = Column.text("cadre", "干部编号", "Cadre number", 40)
            .required()
            .synonyms("工号", "干部代码", "人员编号")
            .example("G00001");
    static final Column<String> HOUSEHOLD = Column.text("household", "户编号", "Household number", 40)
            .synonyms("户号", "农户编号", "户代码", "家庭编号")
            .help(
                    "回避一户填户编号，回避整个村就空着、填村代码。",
                    "For one household its number; for a whole village leave it blank and give the village.")
            .example("H000001");
    static final Column<String> VILLAGE = Column.code("village", "村代码", "Village code", 12)
            .synonyms("村编码", "行政村代码", "区划代码")
            .help("回避整个村时填 12 位区划代码。", "12-digit code, when the cadre is excluded from the whole village.");
    static final Column<String> REASON = Column.text("reason", "理由", "Reason", 200)
            .required()
            .synonyms("回避理由", "原因", "回避原因", "关系")
            .help("亲属只写“亲属回避”，不要写是什么亲属。", "For kin write “Kinship”, not what kin they are.")
            .example("亲属回避");

    static final Columns COLUMNS = Columns.of(
            "回避名单", "Exclusions", CADRE, HOUSEHOLD, VILLAGE, REASON, Reading.SOURCE, Reading.FROM, Reading.UNTIL);

    private static final String KIN = "KINSHIP";
    private static final Set<String> KINSHIP = Set.of("亲属", "亲属回避", "亲属关系", "kin", "kinship");

    private final Exclusions exclusions;
    private final Cadres cadres;
    private final Households households;
    private final Divisions divisions;
    private final CountyTime time;

    ExclusionFile(Exclusions exclusions, Cadres cadres, Households households, Divisions divisions, CountyTime time) {
        this.exclusions = exclusions;
        this.cadres = cadres;
        this.households = households;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.EXCLUSIONS;
    }

    @Override
    public Set<Datum> says() {
        return EnumSet.of(Datum.REFERENCE, Datum.CONTACT, Datum.WORDS);
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Reading reading(Ground ground) {
        return new Rows(ground, divisions.villages(ground, time.today()), time.today());
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        var all = exclusions.on(ground, time.today());
        var who = cadres.byId(all.stream().map(Exclusion::cadre).distinct().toList());
        var whom = households.byId(
                all.stream().flatMap(x -> Stream.ofNullable(x.household())).toList());
        for (var one : all) {
            var household = one.household() == null ? null : whom.get(one.household());
            sheet.row(RosterFile.values(
                    Objects.requireNonNull(who.get(one.cadre())).key(),
                    household == null ? null : household.key(),
                    household == null ? one.place() : null,
                    one.reason().equals(KIN) ? "亲属回避" : one.reason(),
                    one.source(),
                    one.since(),
                    one.until()));
        }
    }

    /** Cadres and households are looked up one by one: such a list is short, and a city's households are not. */
    private final class Rows implements Reading {

        private final Ground ground;
        private final Map<Long, UUID> villages;
        private final LocalDate today;

        Rows(Ground ground, Map<Long, UUID> villages, LocalDate today) {
            this.ground = ground;
            this.villages = villages;
            this.today = today;
        }

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            Reading.ends(line, today);
            var household = household(line);
            var village = village(line);
            if (line.good() && (household == null) == (village == null)) {
                line.fault(HOUSEHOLD, "intake.cell.household-or-village");
            }
            var place =
                    household != null ? household.place() : village != null ? Long.parseLong(line.need(VILLAGE)) : 0;
            var cadre = cadre(line, place);
            if (cadre == null || !line.good()) {
                return null;
            }
            var reason = line.need(REASON);
            return new ExclusionRow(
                    number,
                    cadre.key() + " " + (household == null ? place : household.key()),
                    cadre.id(),
                    household == null ? null : household.id(),
                    village,
                    place,
                    KINSHIP.contains(reason.toLowerCase(Locale.ROOT)) ? KIN : reason,
                    line.get(Reading.SOURCE),
                    line.get(Reading.FROM),
                    line.get(Reading.UNTIL));
        }

        private @Nullable Household household(Line line) {
            var key = line.get(HOUSEHOLD);
            var found = key == null
                    ? null
                    : households
                            .byKey(key)
                            .filter(h -> h.until() == null && ground.contains(h.place()))
                            .orElse(null);
            if (key != null && found == null) {
                line.fault(HOUSEHOLD, "intake.cell.no-such-household", key);
            }
            return found;
        }

        private @Nullable UUID village(Line line) {
            var code = line.get(VILLAGE);
            var found = code == null ? null : villages.get(Long.parseLong(code));
            if (code != null && found == null) {
                line.fault(VILLAGE, "intake.cell.no-such-village", code);
            }
            return found;
        }

        /** A cadre of the office's own ground, or one whose unit serves the place. */
        private @Nullable Cadre cadre(Line line, long place) {
            var key = line.get(CADRE);
            var found = key == null
                    ? null
                    : cadres.byKey(key)
                            .filter(c -> c.until() == null)
                            .filter(c -> place == 0 || exclusions.within(c.unit(), c.place(), place, ground))
                            .orElse(null);
            if (key != null && found == null) {
                line.fault(CADRE, "intake.cell.no-such-cadre", key);
            }
            return found;
        }
    }
}
