package lianxin.vault;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions {@link Cells} asks, for a table whose rows have an {@code id}, a {@code key} and one sealed value. Whoever keeps it sees to it that all its rows can be seen. */
public record SealedRows(JdbcClient sql, Field field) {

    /** As {@link Cells#sealedWith}. */
    public List<Cells.Old> sealedWith(List<Integer> keys, int limit) {
        return sql.sql(
                        "select id as row, %s as sealed from %s where key = any(:keys) limit :limit for update skip locked"
                                .formatted(field.column(), field.table()))
                .param("keys", keys.toArray(Integer[]::new))
                .param("limit", limit)
                .query(Cells.Old.class)
                .list();
    }

    /** As {@link Cells#replace}. */
    public void replace(List<Cell> cells) {
        var update = "update %s set %s = :sealed, key = :key where id = :id".formatted(field.table(), field.column());
        cells.forEach(cell -> sql.sql(update)
                .param("id", cell.row())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .update());
    }

    /** As {@link Cells#under}. */
    public long under(int key) {
        return sql.sql("select count(*) from %s where key = :key".formatted(field.table()))
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
