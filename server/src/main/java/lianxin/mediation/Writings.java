package lianxin.mediation;

import java.util.ArrayList;
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

/** All names and words of the room. They lie under lock, one row each. */
@Repository
class Writings implements Cells {

    static final String NAME = "NAME";
    static final String WORDS = "WORDS";
    static final String TERMS = "TERMS";
    static final String MANNER = "MANNER";

    private static final Field FIELD = new Field("mediation.writing", "sealed", Shape.TEXT);

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

    /** Seals what was written about a party, a mediator or a step; blank words leave nothing. */
    void add(Matter matter, UUID about, String part, String words) {
        if (words.isBlank()) {
            return;
        }
        var cell = vault.seal(FIELD, Ids.next(), words.strip());
        sql.sql("""
                insert into mediation.writing (id, matter, place, about, part, sealed, key)
                values (:id, :matter, :place, :about, :part, :sealed, :key)
                """)
                .param("id", cell.row())
                .param("matter", matter.id())
                .param("place", matter.place())
                .param("about", about)
                .param("part", part)
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .update();
    }

    /** All of a matter in clear: by whom or what it is about, part by part. */
    Map<UUID, Map<String, String>> of(UUID matter) {
        var clear = new HashMap<UUID, Map<String, String>>();
        sql.sql("select id, about, part, sealed from mediation.writing where matter = :matter")
                .param("matter", matter)
                .query(row -> {
                    var words = vault.open(FIELD, row.getObject("id", UUID.class), row.getBytes("sealed"));
                    clear.computeIfAbsent(row.getObject("about", UUID.class), _ -> new HashMap<>())
                            .put(row.getString("part"), words);
                });
        return clear;
    }

    /** What the parties of these matters are called, matter by matter, in their order. */
    Map<UUID, List<String>> parties(List<UUID> matters) {
        var names = new HashMap<UUID, List<String>>();
        sql.sql("""
                select w.id, w.matter, w.sealed
                  from mediation.writing w
                  join mediation.party p on p.id = w.about
                 where w.matter = any(:matters) and w.part = 'NAME'
                 order by p.position
                """).param("matters", matters.toArray(UUID[]::new)).query(row -> {
            names.computeIfAbsent(row.getObject("matter", UUID.class), _ -> new ArrayList<>())
                    .add(vault.open(FIELD, row.getObject("id", UUID.class), row.getBytes("sealed")));
        });
        return names;
    }

    /** What was written about somebody who was never a party. */
    void remove(UUID about) {
        sql.sql("delete from mediation.writing where about = :about")
                .param("about", about)
                .update();
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
}
