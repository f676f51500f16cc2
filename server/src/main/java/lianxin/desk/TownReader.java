package lianxin.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lianxin.matcher.BadProblem;
import lianxin.matcher.Problem;
import lianxin.platform.Words;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Kind;
import lianxin.sheet.Line;

/** Reads the four files, each against those before it. All bad rows of all files are found before anything is refused. */
final class TownReader {

    static final Column<List<String>> SERVES = Column.many("serves", "包联村", "Villages", 10_000, new Kind.Text(60))
            .synonyms("联系村", "包村", "villages served")
            .help("单位可以联系哪些村；一个单位可以写几行。", "The villages the unit may serve; a unit may have several rows.");
    static final Column<Integer> LEAST =
            Column.whole("least", "最少户数", "At least", 0, 1_000_000).required().synonyms("最少联户数", "下限", "least");
    static final Column<Integer> TARGET = Column.whole("target", "目标户数", "Target", 0, 1_000_000)
            .synonyms("应联户数", "目标")
            .help("超过目标的每一户都要加价；不填则等于最多户数。", "Each household above it is priced; blank: as many as at most.");
    static final Column<Integer> MOST =
            Column.whole("most", "最多户数", "At most", 0, 1_000_000).required().synonyms("最多联户数", "上限", "most");
    static final Column<String> PROFILE =
            Column.text("profile", "专长", "Profile", 60).synonyms("擅长", "skill profile");
    static final Column<String> NEED =
            Column.text("need", "类别", "Need class", 60).required().synonyms("需求类别", "农户类别", "class");
    static final Column<String> LAST =
            Column.text("last", "上年联系人", "Last contact", 60).synonyms("原联系人", "去年联系人", "last");
    static final Column<List<String>> EXCLUDED =
            Column.many("excluded", "回避", "Excluded", 200, new Kind.Text(60)).synonyms("回避干部", "不能联系");
    static final Column<String> PINNED =
            Column.text("pinned", "指定", "Pinned", 60).synonyms("指定干部", "手工指定");

    static final Columns VILLAGES = Columns.of("村", "Villages", Sheet.VILLAGE, Sheet.X, Sheet.Y);
    static final Columns UNITS = Columns.of("单位", "Units", Sheet.UNIT, SERVES);
    static final Columns CADRES =
            Columns.of("干部", "Cadres", Sheet.CADRE, Sheet.UNIT, Sheet.X, Sheet.Y, LEAST, TARGET, MOST, PROFILE);
    static final Columns HOUSEHOLDS =
            Columns.of("农户", "Households", Sheet.HOUSEHOLD, Sheet.VILLAGE, NEED, LAST, EXCLUDED, PINNED);

    private final Rules rules;
    private final List<String> classes;
    private final Faults faults;
    private final Watching watching;

    private final Names villages = new Names();
    private final Names units = new Names();
    private final Names cadres = new Names();
    private final Names households = new Names();
    private final Table villageRows = new Table(2);
    private final Table serving = new Table(2);
    private final Table cadreRows = new Table(7);
    private final Table householdRows = new Table(4);
    private final Table exclusions = new Table(2);

    private TownReader(Rules rules, Words words, Watching watching) {
        this.rules = rules;
        this.classes = rules.classes().stream().map(Rules.NeedClass::name).toList();
        this.faults = new Faults(words);
        this.watching = watching;
    }

    /**
     * The town the files describe.
     *
     * @throws BadRows if any row of any file cannot be used
     */
    static Town read(Inputs files, Words words, Watching watching) throws IOException {
        var reader = new TownReader(Rules.read(files.rules()), words, watching);
        reader.read(files);
        if (!reader.faults.none()) {
            throw new BadRows(reader.faults.said());
        }
        return reader.town();
    }

    private void read(Inputs files) {
        new Sheet(files.villages(), VILLAGES).lines(faults, watching, this::village);
        new Sheet(files.units(), UNITS).lines(faults, watching, this::unit);
        new Sheet(files.cadres(), CADRES).lines(faults, watching, this::cadre);
        new Sheet(files.households(), HOUSEHOLDS).lines(faults, watching, this::household);
        watching.over();
    }

    private void village(Line line) {
        villages.add(line, Sheet.VILLAGE);
        if (line.good()) {
            villageRows.add(line.need(Sheet.X), line.need(Sheet.Y));
        }
    }

    private void unit(Line line) {
        var name = line.get(Sheet.UNIT);
        if (name == null) {
            return;
        }
        int unit = units.number(name);
        if (unit < 0) {
            unit = units.add(line, Sheet.UNIT);
        }
        var served = line.get(SERVES);
        for (var village : served == null ? List.<String>of() : served) {
            serving.add(unit, villages.find(line, SERVES, village));
        }
    }

    private void cadre(Line line) {
        cadres.add(line, Sheet.CADRE);
        int unit = units.find(line, Sheet.UNIT);
        var least = line.get(LEAST);
        var most = line.get(MOST);
        if (least == null || most == null) {
            return;
        }
        var target = line.get(TARGET);
        int wished = target == null ? most : target;
        if (least > most) {
            line.fault(MOST, "desk.cell.most-below-least", most.toString(), least.toString());
        } else if (wished < least || wished > most) {
            line.fault(TARGET, "desk.cell.target-outside", wished, least.toString(), most.toString());
        }
        if (line.good()) {
            int profile = rules.profiles().indexOf(String.valueOf(line.get(PROFILE)));
            cadreRows.add(
                    unit,
                    profile < 0 ? rules.profiles().size() - 1 : profile,
                    line.need(Sheet.X),
                    line.need(Sheet.Y),
                    least,
                    wished,
                    most);
        }
    }

    private void household(Line line) {
        int household = households.add(line, Sheet.HOUSEHOLD);
        int village = villages.find(line, Sheet.VILLAGE);
        int last = cadres.find(line, LAST);
        int pinned = cadres.find(line, PINNED);
        var need = line.get(NEED);
        int needClass = need == null ? -1 : classes.indexOf(need);
        if (need != null && needClass < 0) {
            line.fault(NEED, "desk.cell.no-such-class", need, String.join("、", classes));
        }
        var excluded = line.get(EXCLUDED);
        for (var name : excluded == null ? List.<String>of() : excluded) {
            int cadre = cadres.find(line, EXCLUDED, name);
            if (cadre >= 0 && cadre == pinned) {
                line.fault(PINNED, "desk.cell.pinned-and-excluded", name);
            }
            exclusions.add(household, cadre);
        }
        if (line.good()) {
            householdRows.add(village, needClass, last, pinned);
        }
    }

    private Town town() {
        var b = Problem.builder(
                villages.count(),
                classes.size(),
                rules.profiles().size(),
                units.count(),
                cadres.count(),
                households.count());
        villageRows.forEach((v, row) -> b.village(v, row[0], row[1]));
        for (int k = 0; k < classes.size(); k++) {
            var needClass = rules.classes().get(k);
            b.needClass(k, needClass.weight(), needClass.change());
            for (int i = 0; i < rules.profiles().size(); i++) {
                b.skillPenalty(
                        k, i, needClass.skills().getOrDefault(rules.profiles().get(i), 0));
            }
        }
        List<List<Integer>> served = new ArrayList<>();
        for (int u = 0; u < units.count(); u++) {
            served.add(new ArrayList<>());
        }
        serving.forEach((_, row) -> served.get(row[0]).add(row[1]));
        for (int u = 0; u < units.count(); u++) {
            b.unit(u, served.get(u).stream().mapToInt(Integer::intValue).toArray());
        }
        cadreRows.forEach(
                (c, row) -> b.cadre(c, row[0], row[1], row[2], row[3], row[4], row[5], row[6], rules.overload()));
        householdRows.forEach((h, row) -> {
            b.household(h, row[0], row[1], row[2]);
            if (row[3] >= 0) {
                b.pin(h, row[3]);
            }
        });
        exclusions.forEach((_, row) -> b.exclude(row[0], row[1]));
        try {
            return new Town(b.build(), villages, units, cadres, households);
        } catch (BadProblem e) {
            throw DeskRefusal.PRICES_TOO_LARGE.because(e.what());
        }
    }
}
