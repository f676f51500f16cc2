package lianxin.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** All tables of the house and what their columns say of people: {@code privacy/columns.txt}. */
public final class Catalogue {

    /** In the order of the file. */
    public static final List<Table> TABLES = read();

    private Catalogue() {}

    /** Whom the rows of a table are about; {@code SEVERAL} are about many people at once and know them by their identities only. */
    public enum About {
        HOUSEHOLD,
        CADRE,
        ACCOUNT,
        SEVERAL,
        NOBODY
    }

    /** What becomes of a value when its household is erased. */
    public enum Erased {
        KEPT,
        EMPTIED,
        RENUMBERED
    }

    /** A column. */
    public record Column(String name, Datum datum, Erased erased) {}

    /**
     * A table.
     *
     * @param name with its schema
     * @param by the column that says whom a row is about; blank when it is about nobody
     * @param rowsErased whether rows go altogether when their household is erased
     */
    public record Table(String name, About about, String by, boolean rowsErased, List<Column> columns) {}

    /** The tables about households. */
    public static Stream<Table> ofHouseholds() {
        return of(About.HOUSEHOLD);
    }

    /** The tables about those. */
    public static Stream<Table> of(About about) {
        return TABLES.stream().filter(table -> table.about() == about);
    }

    private static List<Table> read() {
        try {
            var tables = new ArrayList<Table>();
            for (var line : new ClassPathResource("privacy/columns.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList()) {
                var words = List.of(line.strip().split("\\s+"));
                if (Character.isWhitespace(line.charAt(0))) {
                    var datum = Datum.valueOf(words.getFirst());
                    words.stream()
                            .skip(1)
                            .map(word -> column(word, datum))
                            .forEach(tables.getLast().columns()::add);
                } else {
                    tables.add(new Table(
                            words.getFirst(),
                            About.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
                            words.size() > 2 ? words.get(2) : "",
                            words.size() > 3,
                            new ArrayList<>()));
                }
            }
            return List.copyOf(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column column(String word, Datum datum) {
        return switch (word.charAt(word.length() - 1)) {
            case '!' -> new Column(word.substring(0, word.length() - 1), datum, Erased.EMPTIED);
            case '~' -> new Column(word.substring(0, word.length() - 1), datum, Erased.RENUMBERED);
            default -> new Column(word, datum, Erased.KEPT);
        };
    }
}
