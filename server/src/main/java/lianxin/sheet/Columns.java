package lianxin.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.platform.Words;

/** The columns of one kind of roster, in the order in which they are written. */
public final class Columns {

    private final String chinese;
    private final String english;
    private final List<Column<?>> all;
    private final Map<String, Integer> places = new HashMap<>();

    private Columns(String chinese, String english, List<Column<?>> all) {
        this.chinese = chinese;
        this.english = english;
        this.all = all;
        for (var column : all) {
            if (places.put(column.key(), places.size()) != null) {
                throw new IllegalArgumentException("Two columns " + column.key());
            }
        }
    }

    /** The names are those of the roster, and of its sheet: 干部花名册, Cadres. */
    public static Columns of(String chinese, String english, Column<?>... columns) {
        return new Columns(chinese, english, List.of(columns));
    }

    public List<Column<?>> all() {
        return all;
    }

    /** The roster's name in the reader's language. */
    public String name(Words words) {
        return words.chinese() ? chinese : english;
    }

    /** The headers in the reader's language. */
    public List<String> headers(Words words) {
        return all.stream().map(column -> column.header(words.chinese())).toList();
    }

    /** Headers for a refusal whose reader is not known yet. */
    String names(List<Integer> places) {
        return places.stream()
                .map(place -> all.get(place).chinese() + " " + all.get(place).english())
                .collect(Collectors.joining("、"));
    }

    /** The place of a column among these, from 0. */
    int place(Column<?> column) {
        return place(column.key());
    }

    int place(String key) {
        var place = places.get(key);
        if (place == null) {
            throw new IllegalArgumentException("No column " + key);
        }
        return place;
    }
}
