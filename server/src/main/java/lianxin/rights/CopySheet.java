package lianxin.rights;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    static final Set<Datum> ON_PAPER = EnumSet.of(
            Datum.HEAD,
            Datum.PLACE,
            Datum.FAMILY,
            Datum.NEED,
            Datum.CONTACT,
            Datum.WORDS,
            Datum.REQUEST,
            Datum.VISIT,
            Datum.HEARD,
            Datum.CASE,
            Datum.BALLOT,
            Datum.BENEFIT,
            Datum.CADRE,
            Datum.WORK_PHONE,
            Datum.CAREER,
            Datum.ACCOUNT,
            Datum.MANDATE);

    /** Columns that only help us find or order rows. */
    static final Set<String> OURS = Set.of(
            "initials",
            "given",
            "next_since",
            "village",
            "before",
            "beside",
            "unit",
            "x",
            "y",
            "side",
            "sealed",
            "pairs",
            "level",
            "stage_since",
            "yellow_on",
            "red_on",
            "escalate_on",
            "watch",
            "round",
            "kept");

    /** Where the words of coded values are; the first place that knows one. */
    static final Map<String, String> CODED = Map.ofEntries(
            Map.entry("needs", "registry.need."),
            Map.entry("category", "registry.need. rights.category."),
            Map.entry("ended", "pairing.reason."),
            Map.entry("reason", "pairing.reason."),
            Map.entry("kind", "rights.wish. access.kind. cases.kind. benefits.kind."),
            Map.entry("asker", "rights.asker."),
            Map.entry("channel", "rights.channel. cases.channel."),
            Map.entry("state", "rights.state."),
            Map.entry("span", "privacy.span."),
            Map.entry("rank", "staff.rank."),
            Map.entry("role", "access.role."),
            Map.entry("way", "visit.way. cases.way."),
            Map.entry("stage", "cases.stage."),
            Map.entry("deed", "cases.deed."),
            Map.entry("outcome", "cases.outcome."),
            Map.entry("voice", "cases.voice."),
            Map.entry("said", "cases.voice. deeds.answer. benefits.said."),
            Map.entry("met", "visit.met."),
            Map.entry("finding", "visit.finding."),
            Map.entry("basis", "rights.basis."),
            Map.entry("trouble", "gateway.trouble."));

    private final Cadres cadres;
    private final ChosenWords chosen;

    CopySheet(Cadres cadres, ChosenWords chosen) {
        this.cadres = cadres;
        this.chosen = chosen;
    }

    /** The copy in words, chapter by chapter. */
    List<Chapter> read(List<Copy.Part> data, Words words) {
        var tables = Catalogue.TABLES.stream().collect(Collectors.toMap(Catalogue.Table::name, table -> table));
        var names = names(data);
        names.putAll(chosen.in(words));
        var chapters = new ArrayList<Chapter>();
        for (var part : data) {
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
            case String text ->
                Objects.requireNonNullElseGet(names.get(column + " " + text), () -> coded(column, text, words));
            default -> String.valueOf(value);
        };
    }

    private static String coded(String column, String text, Words words) {
        return Arrays.stream(CODED.getOrDefault(column, "").split(" "))
                .map(where -> where + text)
                .filter(key -> !words.textOr(key).equals(key))
                .map(words::t)
                .findFirst()
                .orElse(text);
    }

    /** Contacts by name: whom a family was given is no secret from it. */
    private Map<String, String> names(List<Copy.Part> data) {
        var ids = data.stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> row.get("cadre"))
                .filter(String.class::isInstance)
                .map(id -> UUID.fromString((String) id))
                .collect(Collectors.toSet());
        var names = new HashMap<String, String>();
        for (Cadre cadre : cadres.byId(ids).values()) {
            names.put("cadre " + cadre.id(), cadre.name());
        }
        return names;
    }

    /** What one table holds. */
    public record Chapter(String title, List<List<Line>> entries) {}

    public record Line(String label, String value) {}
}
