package lianxin.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a place has decided: the prices, in metres of walking. They are data with a day and a source, like every rule here.
 *
 * @param overload price of the first household above a cadre's target; the second costs twice that, and so on
 * @param classes in the order of the file
 * @param profiles every skill profile a price is given for, by name; the last, {@code ""}, is everybody else's
 */
record Rules(int overload, List<NeedClass> classes, List<String> profiles) {

    /** No price of a single thing may be dearer: a thousand kilometres. */
    private static final int DEAREST = 1_000_000;

    /**
     * One class of need.
     *
     * @param weight price of a metre of way
     * @param change price of leaving last year's contact
     * @param skills price of a cadre by his profile; 0 for a profile not named
     */
    record NeedClass(String name, int weight, int change, Map<String, Integer> skills) {}

    static Rules read(@Nullable Path file) throws IOException {
        if (file == null) {
            try (var standard = Objects.requireNonNull(Rules.class.getResourceAsStream("/desk/rules.yaml"))) {
                return read(new String(standard.readAllBytes(), StandardCharsets.UTF_8), "rules.yaml");
            }
        }
        if (!Files.isReadable(file)) {
            throw DeskRefusal.NO_SUCH_FILE.because(file.toString());
        }
        return read(Files.readString(file), file.toString());
    }

    private static Rules read(String text, String file) {
        try {
            var all = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), "");
            only(all, "", List.of("name", "effective", "source", "overload", "classes"));
            for (var told : List.of("effective", "source")) {
                if (all.get(told) == null) {
                    throw new Unclear(told);
                }
            }
            List<NeedClass> classes = new ArrayList<>();
            map(all.get("classes"), "classes").forEach((name, one) -> classes.add(needClass(name, one)));
            if (classes.isEmpty()) {
                throw new Unclear("classes");
            }
            var profiles = new TreeSet<String>();
            classes.forEach(one -> profiles.addAll(one.skills.keySet()));
            List<String> named = new ArrayList<>(profiles);
            named.add("");
            return new Rules(price(all.get("overload"), "overload"), classes, named);
        } catch (Unclear e) {
            throw DeskRefusal.RULES_UNREADABLE.because(file, e.where, DEAREST);
        } catch (YAMLException e) {
            throw DeskRefusal.RULES_UNREADABLE.because(
                    file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), DEAREST);
        }
    }

    private static NeedClass needClass(String name, @Nullable Object value) {
        var where = "classes." + name;
        var all = map(value, where);
        only(all, where + ".", List.of("weight", "change", "skills"));
        Map<String, Integer> skills = new LinkedHashMap<>();
        if (all.get("skills") != null) {
            map(all.get("skills"), where + ".skills")
                    .forEach((profile, one) -> skills.put(profile, price(one, where + ".skills." + profile)));
        }
        return new NeedClass(
                name, price(all.get("weight"), where + ".weight"), price(all.get("change"), where + ".change"), skills);
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unclear(where);
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, one) -> named.put(String.valueOf(key), one));
        return named;
    }

    private static void only(Map<String, ?> map, String where, List<String> known) {
        map.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new Unclear(where + key);
        });
    }

    private static int price(@Nullable Object value, String where) {
        if (value instanceof Integer number && number >= 0 && number <= DEAREST) {
            return number;
        }
        throw new Unclear(where);
    }

    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String where;

        Unclear(String where) {
            super(where);
            this.where = where;
        }
    }
}
