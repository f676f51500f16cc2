package lianxin.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An end that somebody set to a decision: who, when and why. */
public record Ended(UUID by, Instant at, String reason) {

    /** The end a row tells of; null while nobody has set one. */
    static @Nullable Ended in(ResultSet row) throws SQLException {
        var at = moment(row, "ended_at");
        return at == null
                ? null
                : new Ended(
                        row.getObject("ended_by", UUID.class),
                        at,
                        Objects.requireNonNullElse(row.getString("end_reason"), ""));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
