package lianxin.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;

/** The villages of a ground as people call them: by their code, their name, the township’s and their name, and without what an office puts behind a name. */
final class Villages {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern OFFICIAL = Pattern.compile("(?:社区|村)?(?:村民|居民)?委员会$|(?:社区|村)?[村居]委会$|社区$|村$");

    private final Map<String, List<Long>> exact = new HashMap<>();
    private final Map<String, List<Long>> loose = new HashMap<>();

    private Villages() {}

    static Villages on(Ground ground, Divisions divisions, LocalDate day) {
        var villages = new Villages();
        Map<UUID, String> towns = divisions.on(ground, Level.TOWNSHIP, day).stream()
                .collect(Collectors.toMap(Division::id, Division::name));
        for (var village : divisions.on(ground, Level.VILLAGE, day)) {
            var code = village.code().value();
            villages.add(villages.exact, village.code().toString(), code);
            villages.add(villages.exact, village.name(), code);
            villages.add(villages.loose, plain(village.name()), code);
            var town = village.parent() == null ? null : towns.get(village.parent());
            if (town != null) {
                villages.add(villages.exact, town + village.name(), code);
                villages.add(villages.loose, town + plain(village.name()), code);
            }
        }
        return villages;
    }

    /** The codes of the villages called so: one, none, or several. */
    List<Long> called(String said) {
        var asked = BLANKS.matcher(said).replaceAll("");
        var found = exact.getOrDefault(asked, List.of());
        return found.isEmpty() ? loose.getOrDefault(plain(asked), List.of()) : found;
    }

    private void add(Map<String, List<Long>> names, String name, long code) {
        var codes = names.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    private static String plain(String name) {
        return OFFICIAL.matcher(name).replaceFirst("");
    }
}
