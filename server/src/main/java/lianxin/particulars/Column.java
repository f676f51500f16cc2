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
    public List<Old> notUnder(int key, int limit) {
        return standing.house(() -> sql.sql("""
                select id, sealed
                  from particulars.particular
                 where kind = :kind and key <> :key
                 limit :limit
                   for update skip locked
                """)
                .param("kind", kind.name())
                .param("key", key)
                .param("limit", limit)
                .query((row, _) -> new Old(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list());
    }

    @Override
    public void replace(Cell cell) {
        standing.houseDoes(() -> sql.sql("""
                update particulars.particular
                   set sealed = :sealed, key = :key, exact = :exact, ending = :ending
                 where id = :id
                """)
                .param("id", cell.row())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .param("exact", cell.exact())
                .param("ending", cell.ending())
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
