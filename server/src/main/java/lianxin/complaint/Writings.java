package lianxin.complaint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.Ids;
import lianxin.scope.Standing;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import lianxin.vault.SealedRows;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All words of the room. They lie under lock, one row each. */
@Repository
class Writings implements Cells {

    private static final Field FIELD = new Field("complaint.writing", "sealed", Shape.TEXT);

    private final JdbcClient sql;
    private final SealedRows rows;
    private final Vault vault;
    private final Standing standing;
    private final Wall wall;

    Writings(JdbcClient sql, Vault vault, Standing standing, Wall wall) {
        this.sql = sql;
        this.rows = new SealedRows(sql, FIELD);
        this.vault = vault;
        this.standing = standing;
        this.wall = wall;
    }

    /** Seals what was written about a complaint as a whole, or one of its steps; blank words leave nothing. */
    void add(Complaint complaint, UUID about, Part part, String words) {
        if (words.isBlank()) {
            return;
        }
        var cell = vault.seal(FIELD, Ids.next(), words);
        sql.sql("""
                insert into complaint.writing (id, complaint, place, about, part, sealed, key)
                values (:id, :complaint, :place, :about, :part, :sealed, :key)
                """)
                .param("id", cell.row())
                .param("complaint", complaint.id())
                .param("place", complaint.place())
                .param("about", about)
                .param("part", part.name())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .update();
    }

    /** All of these complaints in clear: by complaint or step, part by part. */
    Map<UUID, Map<Part, String>> of(List<UUID> complaints) {
        var clear = new HashMap<UUID, Map<Part, String>>();
        sql.sql("select id, about, part, sealed from complaint.writing where complaint = any(:complaints)")
                .param("complaints", complaints.toArray(UUID[]::new))
                .query(row -> {
                    var words = vault.open(FIELD, row.getObject("id", UUID.class), row.getBytes("sealed"));
                    clear.computeIfAbsent(row.getObject("about", UUID.class), _ -> new HashMap<>())
                            .put(Part.valueOf(row.getString("part")), words);
                });
        return clear;
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    @Transactional
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return standing.house(() -> {
            wall.openForTheHouse();
            return rows.sealedWith(keys, limit);
        });
    }

    @Override
    @Transactional
    public void replace(List<Cell> cells) {
        standing.houseDoes(() -> {
            wall.openForTheHouse();
            rows.replace(cells);
        });
    }

    @Override
    @Transactional
    public long under(int key) {
        return standing.house(() -> {
            wall.openForTheHouse();
            return rows.under(key);
        });
    }

    /** What a writing is. */
    enum Part {
        WORDS,
        /** Whom it is about, as it was said. */
        WHOM,
        /** How to reach whoever said it; only if he wished to say. */
        REACH,
        /** What it is followed with. */
        SECRET
    }
}
