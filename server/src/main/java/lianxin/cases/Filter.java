package lianxin.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Which cases one wants to see; what is null, or false, does not matter. All of it stands in the address, so that it can be kept, sent and come back to.
 *
 * @param place a village or a larger place
 * @param desk who answers for it
 * @param turn who has to do something now
 * @param late only what is over its time
 * @param from heard on that day or later, {@code to} on that day or earlier
 */
public record Filter(
        @Nullable Kind kind,
        @Nullable String category,
        @Nullable DivisionCode place,
        @Nullable Desk desk,
        @Nullable Turn turn,
        boolean late,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Nothing in particular. */
    public static final Filter NONE = new Filter(null, null, null, null, null, false, null, null);

    /** All whose turn it is at a place. */
    static Filter of(DivisionCode place, @Nullable Turn turn, boolean late) {
        return new Filter(null, null, place, null, turn, late, null, null);
    }

    public boolean none() {
        return equals(NONE);
    }

    /** The fields of its form, in their order, those that say something. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "kind", kind);
        put(fields, "category", category);
        put(fields, "where", place);
        put(fields, "desk", desk == null ? null : Lines.Choice.value(desk));
        put(fields, "turn", turn);
        put(fields, "late", late ? "true" : null);
        put(fields, "from", from);
        put(fields, "to", to);
        return fields;
    }

    /** The address of the list it makes: the same filter always has the same. */
    public String href() {
        return none() ? "/cases" : "/cases?" + query();
    }

    String query() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + UriUtils.encode(field.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
