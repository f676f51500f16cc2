package lianxin.scope;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scope as PostgreSQL's settings, good for one transaction. Nobody is the empty text, which no policy can read as a number: an error, not a row. */
final class Settings {

    static final String OF_TRANSACTION = """
            select set_config('app.lo', ?, true), set_config('app.hi', ?, true), set_config('app.narrow', ?, true),
                   set_config('app.unit', ?, true), set_config('app.cadre', ?, true)
            """;

    /** The same as a transaction begins, and then how long it may be kept: a {@link Pace}, which does not change with whose it is. */
    static final String AT_BEGIN = OF_TRANSACTION + """
                 , set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true),
                   set_config('idle_in_transaction_session_timeout', ?, true)
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

    static Object[] of(@Nullable Scope scope, Pace pace) {
        return Stream.of(of(scope), pace.settings()).flatMap(Arrays::stream).toArray();
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
