package lianxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.region.Division;
import lianxin.registry.HouseholdRow;

/** Makes the households of villages: how many, how large, who heads them, what they need. */
final class Families {

    /** First day of the programme's register. */
    static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

    private static final double[] SIZES = {13, 41, 65, 84, 93, 97.5, 99.3, 100};
    private static final int FEWEST = 30;
    private static final int IN_A_GROUP = 45;

    private final long seed;
    private final LocalDate today;

    Families(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** How many households each village has, {@code total} in all. */
    Map<Division, Integer> counts(List<Division> villages, int total) {
        var weights = villages.stream()
                .mapToDouble(v -> new Dice(seed, "size", v.code().value()).lognormal(0.5))
                .toArray();
        var sum = java.util.Arrays.stream(weights).sum();
        var counts = new LinkedHashMap<Division, Integer>();
        var left = total;
        for (var i = 0; i < weights.length; i++) {
            var last = i == weights.length - 1;
            var count = last ? Math.max(FEWEST, left) : Math.max(FEWEST, (int) Math.round(weights[i] / sum * total));
            counts.put(villages.get(i), count);
            left -= count;
        }
        return counts;
    }

    /** The households of a village. */
    List<HouseholdRow> of(Division village, int count) {
        var dice = new Dice(seed, "village", village.code().value());
        var first = village.name().substring(0, 1);
        var clan = PersonNames.isSurname(first) ? first : PersonNames.surname(dice);
        var rows = new ArrayList<HouseholdRow>(count);
        for (var i = 0; i < count; i++) {
            var surname = dice.chance(0.42) ? clan : PersonNames.surname(dice);
            var size = dice.weighted(SIZES) + 1;
            var needs = needs(size, dice);
            rows.add(new HouseholdRow(
                    i + 1L,
                    village.code() + "-%04d".formatted(i + 1),
                    village.id(),
                    village.code().value(),
                    1 + i / IN_A_GROUP,
                    PersonNames.with(surname, dice),
                    size,
                    needs,
                    needs.isEmpty() ? null : today.plusDays(3 + dice.below(360)),
                    dice.chance(0.99) ? BEGIN : today.minusDays(5 + dice.below(300))));
        }
        return rows;
    }

    /** About one household in seven needs more than the others. */
    private static List<String> needs(int size, Dice dice) {
        var needs = new ArrayList<String>();
        if (size == 1 && dice.chance(0.35)) {
            needs.add("LIVING_ALONE");
        }
        if (dice.chance(0.035)) {
            needs.add("DISABILITY");
        }
        if (dice.chance(0.008)) {
            needs.add("EXTREME_POVERTY");
        } else if (dice.chance(size == 1 ? 0.08 : 0.033)) {
            needs.add("LOW_INCOME");
        }
        if (dice.chance(0.006)) {
            needs.add("HARDSHIP");
        }
        if (size >= 3 && dice.chance(0.022)) {
            needs.add("LEFT_BEHIND_CHILD");
        }
        if (dice.chance(0.003)) {
            needs.add("PETITION");
        }
        if (dice.chance(0.02)) {
            needs.add("VETERAN");
        }
        return List.copyOf(needs);
    }
}
