package lianxin.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looked at one household’s data, for the household itself (PIPL arts. 44, 45). For the room that answers people; no other may call it, and a test
 * keeps the list. A look stands here as soon as it has its place in the tree, within a minute.
 */
@Service
public class Seen {

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Standing standing;

    Seen(JdbcClient sql, Accounts accounts, Standing standing) {
        this.sql = sql;
        this.accounts = accounts;
        this.standing = standing;
    }

    /** The newest looks at this household, those at everybody of its place among them; whoever erased it made earlier ones mute. */
    @Transactional(readOnly = true)
    public List<Look> at(UUID household, long place, int limit) {
        var rows = standing.house(() -> sql.sql("""
                select l.at, l.what, l.by_whom, l.whole, l.subjects
                  from record.subject s
                  join record.mention m on m.who = s.token
                  join record.entry e on e.index = m.index
                  join record.leaf l on l.xid = e.xid and l.id = e.leaf
                 where s.subject = :household and l.kind = 'read'
                union all
                select l.at, l.what, l.by_whom, l.whole, l.subjects
                  from record.leaf l
                 where l.whole and l.kind = 'read' and l.lo <= :place and l.hi > :place
                 order by at desc
                 limit :limit
                """)
                .param("household", household)
                .param("place", place)
                .param("limit", limit)
                .query((row, _) -> new Row(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        row.getObject("by_whom", UUID.class),
                        row.getBoolean("whole") || row.getLong("subjects") > 1))
                .list());
        Map<UUID, Account> doers = new HashMap<>(
                accounts.byId(rows.stream().map(Row::by).distinct().toList()));
        return rows.stream()
                .map(row -> new Look(row.at(), row.what(), name(doers.get(row.by())), row.among()))
                .toList();
    }

    private static @Nullable String name(@Nullable Account account) {
        return account == null ? null : account.name();
    }

    private record Row(Instant at, String what, UUID by, boolean among) {}

    /**
     * One look.
     *
     * @param what the {@link Purpose}, whose sentence is {@code record.word.*}
     * @param who what the account is called; null for the house itself
     * @param among whether the household was one among several
     */
    public record Look(Instant at, String what, @Nullable String who, boolean among) {}
}
