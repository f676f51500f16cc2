package lianxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import lianxin.region.Division;
import lianxin.staff.CadreRow;

/** Makes the people of a unit. */
final class Staff {

    private static final List<String> SKILLS =
            List.of("LOW_INCOME", "LIVING_ALONE", "LEFT_BEHIND_CHILD", "VETERAN", "HARDSHIP", "PETITION", "DISABILITY");

    private final long seed;
    private final LocalDate today;
    private final List<Division> villages;

    /** @param villages where the people come from */
    Staff(long seed, LocalDate today, List<Division> villages) {
        this.seed = seed;
        this.today = today;
        this.villages = villages;
    }

    /** The cadres of {@code organisation}, which is kept under {@code unit}; heads first. */
    List<CadreRow> of(Organisation organisation, UUID unit, LongFunction<List<Division>> near) {
        var dice = new Dice(seed, organisation.key(), 0);
        var rows = new ArrayList<CadreRow>();
        var nearby = near.apply(organisation.place().value());
        for (var i = 0; i < organisation.cadres(); i++) {
            var rank = rank(organisation, i);
            var homes = organisation.local() && dice.chance(0.7) && !nearby.isEmpty() ? nearby : villages;
            rows.add(new CadreRow(
                    i + 1L,
                    organisation.key() + "-%04d".formatted(i + 1),
                    unit,
                    organisation.place().value(),
                    PersonNames.with(PersonNames.surname(dice), dice),
                    post(organisation.kind(), rank, i),
                    rank,
                    !rank.equals("STAFF"),
                    phone(organisation.key(), i),
                    skills(organisation, dice),
                    dice.chance(0.72) ? dice.of(homes).id() : null,
                    null,
                    null,
                    since(dice)));
        }
        return rows;
    }

    private static String rank(Organisation organisation, int i) {
        var size = organisation.cadres();
        return switch (organisation.level()) {
            case "CITY" ->
                i == 0
                        ? "COUNTY_LEAD"
                        : i < 4
                                ? "COUNTY_DEPUTY"
                                : i < 4 + size / 10 ? "SECTION_LEAD" : i < 4 + size / 5 ? "SECTION_DEPUTY" : "STAFF";
            case "TOWNSHIP" ->
                !organisation.kind().equals("TOWNSHIP")
                        ? i == 0 ? "SECTION_DEPUTY" : "STAFF"
                        : i < 2 ? "SECTION_LEAD" : i < 2 + size / 8 ? "SECTION_DEPUTY" : "STAFF";
            default -> i == 0 ? "SECTION_LEAD" : i < 3 + size / 20 ? "SECTION_DEPUTY" : "STAFF";
        };
    }

    private static String post(String kind, String rank, int i) {
        return switch (rank) {
            case "COUNTY_LEAD" -> "局长";
            case "COUNTY_DEPUTY" -> "副局长";
            case "SECTION_LEAD" ->
                switch (kind) {
                    case "TOWNSHIP" -> i == 0 ? "党委书记" : "镇长";
                    case "SCHOOL" -> "校长";
                    case "HOSPITAL" -> "院长";
                    case "ENTERPRISE" -> "经理";
                    default -> "负责人";
                };
            case "SECTION_DEPUTY" ->
                switch (kind) {
                    case "SCHOOL" -> "副校长";
                    case "HOSPITAL" -> "副院长";
                    case "ENTERPRISE" -> "副经理";
                    default -> "副科级干部";
                };
            default ->
                switch (kind) {
                    case "SCHOOL" -> "教师";
                    case "HOSPITAL" -> i % 3 == 0 ? "护士" : "医生";
                    case "ENTERPRISE" -> "职员";
                    default -> "科员";
                };
        };
    }

    /** A work phone that cannot ring: no local number begins with 0. */
    private static String phone(String key, int i) {
        return "0537-0%03d%03d".formatted(Integer.parseInt(key.substring(2)) % 1_000, i % 1_000);
    }

    private static List<String> skills(Organisation organisation, Dice dice) {
        var skills = new ArrayList<String>();
        for (var skill : organisation.skills()) {
            if (dice.chance(0.55)) {
                skills.add(skill);
            }
        }
        if (dice.chance(0.15)) {
            skills.add(dice.of(SKILLS));
        }
        return skills.stream().distinct().sorted().toList();
    }

    /** Most have served for years, a few came this year. */
    private LocalDate since(Dice dice) {
        return dice.chance(0.94) ? LocalDate.of(2024, 1, 1) : today.minusDays(20 + dice.below(200));
    }
}
