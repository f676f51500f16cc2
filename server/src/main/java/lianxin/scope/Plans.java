package lianxin.scope;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/**
 * How PostgreSQL plans a question. One that names a ground is planned anew each time, for that ground: it may be a village or the whole city, and what is
 * right for one is a hundred times too slow for the other. Every other question keeps its plan once it has been asked a few times, walls and all: planning
 * them costs more than answering.
 */
public final class Plans {

    /** The house’s way to name a ground in SQL: {@code place >= :lo and place < :hi}, {@code lo < :hi and hi > :lo}. */
    private static final Pattern GROUND = Pattern.compile("\\b(place|lo|hi) *[<>]=? *\\?|unnest\\(\\?, \\?\\)");

    private Plans() {}

    /** Has {@code statement}, which asks {@code sql}, planned as it needs. */
    public static void choose(PreparedStatement statement, String sql) throws SQLException {
        if (GROUND.matcher(sql).find()) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
