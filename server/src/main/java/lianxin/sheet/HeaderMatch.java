package lianxin.sheet;

import java.util.ArrayList;
import java.util.List;
import lianxin.platform.Refusal;
import lianxin.workbook.Row;

/**
 * Which column of a file is which of ours. A plain value: it can be kept and applied to the next file with the same headers.
 *
 * @param sheet the sheet it was found in, empty in a CSV file
 * @param row number of the header's row
 * @param headers the header as it stands in the file, from column A on
 * @param found one for each of our columns, in their order
 */
public record HeaderMatch(String sheet, int row, List<String> headers, List<Found> found) {

    /** How sure we are. What is only similar, or ambiguous, is for a person to say. */
    public enum Sureness {
        EXACT,
        SYNONYM,
        CHOSEN,
        SIMILAR,
        AMBIGUOUS,
        ABSENT;

        boolean sure() {
            return this == EXACT || this == SYNONYM || this == CHOSEN;
        }
    }

    /**
     * Where one of our columns stands.
     *
     * @param column its key
     * @param at the file's column (0 is A), or -1
     * @param confidence from 0 to 1; 1 when it is headed with our own words or somebody chose it
     * @param required as declared
     */
    public record Found(String column, int at, Sureness sureness, double confidence, boolean required) {

        /** Whether a person must say: it looks similar, there are two, or it is required and nowhere. */
        boolean asks() {
            return sureness == Sureness.SIMILAR || sureness == Sureness.AMBIGUOUS || (required && at < 0);
        }
    }

    /**
     * What a person has to say before the file can be read: which of the file's columns is this one of ours?
     *
     * @param guess the file's column we would take, or -1
     */
    public record Question(String column, Sureness sureness, int guess, double confidence, boolean required) {}

    public HeaderMatch {
        headers = List.copyOf(headers);
        found = List.copyOf(found);
    }

    /** Whether nothing is left to ask. */
    public boolean settled() {
        return found.stream().noneMatch(Found::asks);
    }

    public List<Question> questions() {
        return found.stream()
                .filter(Found::asks)
                .map(one -> new Question(one.column, one.sureness, one.at, one.confidence, one.required))
                .toList();
    }

    /** Columns of the file that are none of ours and will not be read. */
    public List<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int at = i;
            if (!headers.get(i).isEmpty() && found.stream().noneMatch(one -> one.at == at)) {
                unread.add(headers.get(i));
            }
        }
        return unread;
    }

    /** The match with a question answered: our {@code column} is the file's column {@code at}, or -1 for none. */
    public HeaderMatch choose(String column, int at) {
        if (at < -1 || at >= headers.size()) {
            throw new IllegalArgumentException("No column " + at);
        }
        return new HeaderMatch(
                sheet,
                row,
                headers,
                found.stream()
                        .map(one -> one.column.equals(column)
                                ? new Found(
                                        column,
                                        at,
                                        at < 0 ? Sureness.ABSENT : Sureness.CHOSEN,
                                        at < 0 ? 0 : 1,
                                        one.required)
                                : one.at == at && at >= 0
                                        ? new Found(one.column, -1, Sureness.ABSENT, 0, one.required)
                                        : one)
                        .toList());
    }

    /** The file's column for our column at {@code place}, or -1. */
    int at(int place) {
        return found.get(place).at;
    }

    /** Whether a row is this header again: the next sheet's, or one repeated for printing. */
    boolean isHeader(Row row) {
        return headers.equals(row.cells());
    }

    /** Refuses to go on while questions are open. */
    Refusal unsettled(Columns columns) {
        return SheetRefusal.UNSETTLED_HEADER.because(columns.names(questions().stream()
                .map(question -> columns.place(question.column))
                .toList()));
    }
}
