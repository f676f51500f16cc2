package lianxin.rights;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.platform.Words;
import lianxin.privacy.Catalogue;
import lianxin.privacy.Datum;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A copy as a family reads it: in words, without our identities and without which of our accounts typed it in. */
@Component
public class CopySheet {

    /** What is on paper; all of it is in the file. */
    static final Set<Datum> ON_PAPER =
            EnumSet.of(Datum.HEAD, Datum.PLACE, Datum.FAMILY, Datum.NEED, Datum.CONTACT, Datum.WORDS, Datum.REQUEST);

    /** Columns that only help us find or order rows. */
    static final Set<String> OURS = Set.of("initials", "given", "next_since", "village", "before", "beside");

    /** Where the words of coded values are. */
    static final Map<String, String> CODED = Map.of(
            "needs", "registry.need.",
            "category", "registry.need.",
            "ended", "pairing.reason.",
            "reason", "pairing.reason.",
            "kind", "rights.wish.",
            "asker", "rights.asker.",
            "channel", "rights.channel.",
            "state", "rights.state.",
            "span", "privacy.span.");

    private final Cadres cadres;

    CopySheet(Cadres cadres) {
        this.cadres = cadres;
    }

    /** The copy in words, chapter by chapter. */
    List<Chapter> read(Copy copy, Words words) {
        var tables = Catalogue.ofHouseholds().collect(Collectors.toMap(Catalogue.Table::name, table -> table));
        var names = names(copy);
        var chapters = new ArrayList<Chapter>();
        for (var part : copy.data()) {
            var columns = columns(tables.get(part.table()));
            var entries = part.rows().stream()
                    .map(row -> lines(columns, row, names, words))
                    .filter(lines -> !lines.isEmpty())
                    .toList();
            if (!entries.isEmpty()) {
                chapters.add(new Chapter(words.t("rights.table." + part.table()), entries));
            }
        }
        return chapters;
    }

    static List<String> columns(Catalogue.@Nullable Table table) {
        return table == null
                ? List.of()
                : table.columns().stream()
                        .filter(column -> ON_PAPER.contains(column.datum()) && !OURS.contains(column.name()))
                        .map(Catalogue.Column::name)
                        .toList();
    }

    private static List<Line> lines(
            List<String> columns, Map<String, Object> row, Map<String, String> names, Words words) {
        return columns.stream()
                .map(column ->
                        new Line(words.t("rights.column." + column), value(column, row.get(column), names, words)))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    private static String value(String column, @Nullable Object value, Map<String, String> names, Words words) {
        return switch (value) {
            case null -> "";
            case Collection<?> all ->
                all.stream().map(one -> value(column, one, names, words)).collect(Collectors.joining("、"));
            case String text when text.equals("infinity") -> "";
            case String text when text.matches("\\d{4}-\\d\\d-\\d\\d") -> words.day(LocalDate.parse(text));
            case String text when text.matches("\\d{4}-\\d\\d-\\d\\dT.*") -> words.moment(OffsetDateTime.parse(text));
            case String text when names.containsKey(text) -> names.get(text);
            case String text -> coded(column, text, words);
            default -> String.valueOf(value);
        };
    }

    private static String coded(String column, String text, Words words) {
        var where = CODED.get(column);
        var said = where == null ? text : words.textOr(where + text);
        return said.equals(where + text) ? text : said;
    }

    /** Contacts by name: whom a family was given is no secret from it. */
    private Map<String, String> names(Copy copy) {
        var ids = copy.data().stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> row.get("cadre"))
                .filter(String.class::isInstance)
                .map(id -> UUID.fromString((String) id))
                .collect(Collectors.toSet());
        var names = new HashMap<String, String>();
        for (Cadre cadre : cadres.byId(ids).values()) {
            names.put(cadre.id().toString(), cadre.name());
        }
        return names;
    }

    /** What one table holds. */
    public record Chapter(String title, List<List<Line>> entries) {}

    public record Line(String label, String value) {}
}
