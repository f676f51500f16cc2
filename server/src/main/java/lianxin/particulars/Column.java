package lianxin.particulars;

import java.util.List;
import java.util.UUID;
import lianxin.scope.Standing;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of one kind, as the vault sees them when it seals them anew: all of them, whoever asked for it. */
record Column(JdbcClient sql, Standing standing, Kind kind) implements Cells {

    @Override
    public Field field() {
        return kind.field;
    }

    @Override
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return standing.house(() -> sql.sql("""
                select id, sealed
                  from particulars.particular
                 where kind = :kind and key = any(:keys)
                 limit :limit
                   for update skip locked
                """)
                .param("kind", kind.name())
                .param("keys", keys.toArray(Integer[]::new))
                .param("limit", limit)
                .query((row, _) -> new Old(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list());
    }

    @Override
    public void replace(List<Cell> cells) {
        standing.houseDoes(() -> sql.sql("""
                update particulars.particular p
                   set sealed = c.sealed, key = c.key, exact = c.exact, ending = c.ending
                  from unnest(:row, :sealed, :key, :exact, :ending) as c (row, sealed, key, exact, ending)
                 where p.id = c.row
                """)
                .param("row", cells.stream().map(Cell::row).toArray(UUID[]::new))
                .param("sealed", cells.stream().map(Cell::sealed).toArray(byte[][]::new))
                .param("key", cells.stream().map(Cell::key).toArray(Integer[]::new))
                .param("exact", cells.stream().map(Cell::exact).toArray(byte[][]::new))
                .param("ending", cells.stream().map(Cell::ending).toArray(byte[][]::new))
                .update());
    }

    @Override
    public long under(int key) {
        return standing.house(
                () -> sql.sql("select count(*) from particulars.particular where kind = :kind and key = :key")
                        .param("kind", kind.name())
                        .param("key", key)
                        .query(Long.class)
                        .single());
    }
}
