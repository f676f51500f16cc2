package lianxin.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.region.Division;
import lianxin.region.DivisionCode;

/**
 * Which unit serves which place (单位包村): units of a township serve their township, the others take villages one after the other until
 * as many households are theirs as their people can look after.
 */
final class Matching {

    /** A unit serves a place. */
    record Served(Organisation organisation, DivisionCode place) {}

    private Matching() {}

    static List<Served> of(List<Organisation> organisations, Map<Division, Integer> households) {
        var served = new ArrayList<Served>();
        var total = households.values().stream().mapToInt(Integer::intValue).sum();
        var people = organisations.stream().mapToInt(Organisation::cadres).sum();
        var each = (double) total / people;
        var local = new HashMap<DivisionCode, Double>();
        for (var organisation : organisations) {
            if (organisation.local()) {
                served.add(new Served(organisation, organisation.place()));
                local.merge(organisation.place(), organisation.cadres() * each, Double::sum);
            }
        }
        var inTownship = new HashMap<Long, Integer>();
        households.forEach((village, count) -> inTownship.merge(township(village), count, Integer::sum));
        var others = organisations.stream().filter(o -> !o.local()).toList();
        serve(
                others,
                households,
                village -> {
                    var done = local.getOrDefault(new DivisionCode(township(village)), 0.0)
                            / inTownship.getOrDefault(township(village), 1);
                    return Math.max(0.05, 1 - done);
                },
                served);
        return served;
    }

    /** Walks through the villages and through the units side by side, each unit as long as its share lasts. */
    private static void serve(
            List<Organisation> units,
            Map<Division, Integer> households,
            java.util.function.ToDoubleFunction<Division> share,
            List<Served> served) {
        var open = households.entrySet().stream()
                .mapToDouble(v -> v.getValue() * share.applyAsDouble(v.getKey()))
                .sum();
        var people = units.stream().mapToInt(Organisation::cadres).sum();
        var unit = 0;
        var room = units.isEmpty() ? 0 : units.getFirst().cadres() * open / people;
        for (var village : households.entrySet()) {
            var wanted = village.getValue() * share.applyAsDouble(village.getKey());
            while (unit < units.size()) {
                served.add(new Served(units.get(unit), village.getKey().code()));
                var taken = Math.min(room, wanted);
                room -= taken;
                wanted -= taken;
                if (room > 1 || unit == units.size() - 1) {
                    break;
                }
                unit++;
                room = units.get(unit).cadres() * open / people;
                if (wanted < 1) {
                    break;
                }
            }
        }
        // Whoever rounding left without a place helps in the last village.
        var placed = served.stream().map(Served::organisation).collect(Collectors.toSet());
        var last = List.copyOf(households.keySet()).getLast();
        units.stream().filter(u -> !placed.contains(u)).forEach(u -> served.add(new Served(u, last.code())));
    }

    private static long township(Division village) {
        return village.code().value() / 1_000 * 1_000;
    }
}
