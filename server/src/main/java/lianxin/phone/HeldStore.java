package lianxin.phone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import lianxin.vault.SealedRows;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a decision. What it says lies under lock until then. */
@Repository
class HeldStore implements Cells {

    private static final Field FIELD = new Field("phone.held", "sealed", Shape.TEXT);
    private static final String SELECT =
            "select id, account, cadre, place, household, kind, doubt, seen_at, told_at, at, state, question from phone.held";

    private final JdbcClient sql;
    private final SealedRows rows;
    private final Vault vault;
    private final Standing standing;

    HeldStore(JdbcClient sql, Vault vault, Standing standing) {
        this.sql = sql;
        this.rows = new SealedRows(sql, FIELD);
        this.vault = vault;
        this.standing = standing;
    }

    /** Keeps it, wherever its place is: who told it may have no ground any more. */
    void add(Held held, String item) {
        var cell = vault.seal(FIELD, held.id(), item);
        standing.houseDoes(() -> sql.sql("""
                insert into phone.held (id, account, cadre, place, household, kind, doubt, seen_at, told_at, sealed, key, at)
                values (:id, :account, :cadre, :place, :household, :kind, :doubt, :seen, :told, :sealed, :key, :at)
                """)
                .param("id", held.id())
                .param("account", held.account())
                .param("cadre", held.cadre())
                .param("place", held.place())
                .param("household", held.household())
                .param("kind", held.kind())
                .param("doubt", held.doubt())
                .param("seen", held.seenAt().atOffset(ZoneOffset.UTC))
                .param("told", held.toldAt().atOffset(ZoneOffset.UTC))
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .param("at", held.at().atOffset(ZoneOffset.UTC))
                .update());
    }

    Optional<Held> byId(UUID id) {
        return sql.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(Held.class)
                .optional();
    }

    /** The item as the phone told it. */
    String item(UUID id) {
        var sealed = sql.sql("select sealed from phone.held where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return vault.open(FIELD, id, sealed);
    }

    /** What waits on a ground, the oldest first. */
    List<Held> open(Ground ground, int limit) {
        return sql.sql(SELECT + """
                 where state in ('WAITING', 'ASKED') and place >= :lo and place < :hi
                 order by at, id
                 limit :limit
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("limit", limit)
                .query(Held.class)
                .list();
    }

    /** What an account told that waits, or was decided since {@code since}. */
    List<Held> of(UUID account, Instant since) {
        return standing.house(() -> sql.sql(SELECT + """
                 where account = :account and (state in ('WAITING', 'ASKED') or decided_at >= :since)
                 order by at, id
                """)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Held.class)
                .list());
    }

    void decide(UUID id, Held.State state, @Nullable String question, UUID by, Instant at) {
        sql.sql("""
                update phone.held set state = :state, question = :question, decided_by = :by, decided_at = :at where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("question", question)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return standing.house(() -> rows.sealedWith(keys, limit));
    }

    @Override
    public void replace(List<Cell> cells) {
        standing.houseDoes(() -> rows.replace(cells));
    }

    @Override
    public long under(int key) {
        return standing.house(() -> rows.under(key));
    }
}
