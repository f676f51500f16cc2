package lianxin.scope;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;
import org.springframework.util.ConcurrentLruCache;

/**
 * How PostgreSQL plans a question. One that names a ground is planned anew each time, for that ground: it may be a village or the whole city, and what is
 * right for one is a hundred times too slow for the other. Every other question keeps its plan once it has been asked a few times, walls and all: planning
 * them costs more than answering.
 */
public final class Plans {

    /** The house’s way to name a ground in SQL: {@code place >= :lo and place < :hi}, {@code lo < :hi and hi > :lo}. */
    private static final Pattern GROUND = Pattern.compile("\\b(place|lo|hi) *[<>]=? *\\?|unnest\\(\\?, \\?\\)");

    /** The house asks the same few hundred statements over and over. */
    private static final ConcurrentLruCache<String, Boolean> NAMES_GROUND =
            new ConcurrentLruCache<>(2_000, sql -> GROUND.matcher(sql).find());

    private Plans() {}

    /** Has {@code statement}, which asks {@code sql}, planned as it needs. */
    public static void choose(PreparedStatement statement, String sql) throws SQLException {
        if (NAMES_GROUND.get(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
