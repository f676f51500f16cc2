package lianxin.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A filter as an address or a form says it. Its place is not called {@code place}: that one goes along from page to page, and would narrow whoever only comes by. */
record FilterForm(
        @Nullable String kind,
        @Nullable String category,
        @Nullable String where,
        @Nullable String desk,
        @Nullable String turn,
        @Nullable String late,
        @Nullable String from,
        @Nullable String to) {

    /** What is asked; refused with 422 when that is no filter: to leave out what is not understood would show more than was asked for. */
    Filter filter() {
        return new Filter(
                read(kind, Kind::valueOf),
                read(category, FilterForm::code),
                read(where, DivisionCode::of),
                read(desk, Lines.Choice::desk),
                read(turn, Turn::valueOf),
                "true".equals(late),
                read(from, LocalDate::parse),
                read(to, LocalDate::parse));
    }

    private static String code(String category) {
        if (!category.matches("[A-Z][A-Z_]{1,30}")) {
            throw new IllegalArgumentException(category);
        }
        return category;
    }

    private static <T> @Nullable T read(@Nullable String said, Function<String, T> reading) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            return reading.apply(said.strip());
        } catch (IllegalArgumentException | DateTimeParseException | Refusal notUnderstood) {
            throw CaseRefusal.NO_FILTER.because();
        }
    }
}
