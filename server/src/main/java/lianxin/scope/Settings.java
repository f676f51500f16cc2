package lianxin.scope;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scope as PostgreSQL's settings, good for one transaction. Nobody is the empty text, which no policy can read as a number: an error, not a row. */
final class Settings {

    static final String OF_TRANSACTION = """
            select set_config('app.lo', ?, true), set_config('app.hi', ?, true), set_config('app.narrow', ?, true),
                   set_config('app.unit', ?, true), set_config('app.cadre', ?, true)
            """;

    private Settings() {}

    static Object[] of(@Nullable Scope scope) {
        if (scope == null) {
            return new Object[] {"", "", "", "", ""};
        }
        return new Object[] {
            Long.toString(scope.ground().lo()),
            Long.toString(scope.ground().hi()),
            scope.unit() == null && scope.cadre() == null ? "" : "y",
            text(scope.unit()),
            text(scope.cadre())
        };
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
