package lianxin.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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

/** The files, each under lock in a row of its own; never a file on disk. */
@Repository
class AttachmentStore implements Cells {

    private static final Field FIELD = new Field("attachment.file", "sealed", Shape.BYTES);
    private static final String SELECT = "select id, owner, number, format, bytes, by_whom, at from attachment.file ";

    /** A row may have ten million bytes: few at a time are sealed anew. */
    private static final int LOT = 4;

    private final JdbcClient sql;
    private final SealedRows rows;
    private final Vault vault;
    private final Standing standing;

    AttachmentStore(JdbcClient sql, Vault vault, Standing standing) {
        this.sql = sql;
        this.rows = new SealedRows(sql, FIELD);
        this.vault = vault;
        this.standing = standing;
    }

    Bounds bounds(LocalDate day) {
        return sql.sql("""
                select files, bytes, pixels, edge, pages, source
                  from attachment.bound
                 where since <= :day
                 order by since desc
                 limit 1
                """).param("day", day).query(Bounds.class).single();
    }

    /** Two who add at once are counted one after the other. */
    void takeTurn(UUID owner) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:owner::text, 104)) is null")
                .param("owner", owner)
                .query(Boolean.class)
                .single();
    }

    void add(Attachment one, Owner owner, byte[] clear) {
        var cell = vault.seal(FIELD, one.id(), clear);
        sql.sql("""
                insert into attachment.file (id, owner, household, place, number, format, bytes, sealed, key, by_whom, at)
                values (:id, :owner, :household, :place, :number, :format, :bytes, :sealed, :key, :by, :at)
                """)
                .param("id", one.id())
                .param("owner", owner.id())
                .param("household", owner.household())
                .param("place", owner.place())
                .param("number", one.number())
                .param("format", one.format().name())
                .param("bytes", one.bytes())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .param("by", one.by())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of their numbers. */
    List<Attachment> of(UUID owner) {
        return sql.sql(SELECT + "where owner = :owner order by number")
                .param("owner", owner)
                .query(AttachmentStore::row)
                .list();
    }

    List<Attachment> ofHousehold(UUID household) {
        return sql.sql(SELECT + "where household = :household order by at, number")
                .param("household", household)
                .query(AttachmentStore::row)
                .list();
    }

    byte[] open(UUID id) {
        var sealed = sql.sql("select sealed from attachment.file where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(AttachmentRefusal.NO_SUCH::because);
        return vault.openBytes(FIELD, id, sealed);
    }

    void remove(UUID id) {
        sql.sql("delete from attachment.file where id = :id").param("id", id).update();
    }

    void strike(UUID owner) {
        sql.sql("delete from attachment.file where owner = :owner")
                .param("owner", owner)
                .update();
    }

    private static Attachment row(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getInt("number"),
                Format.valueOf(row.getString("format")),
                row.getInt("bytes"),
                row.getObject("by_whom", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    @Transactional
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return standing.house(() -> rows.sealedWith(keys, Math.min(limit, LOT)));
    }

    @Override
    @Transactional
    public void replace(List<Cell> cells) {
        standing.houseDoes(() -> rows.replace(cells));
    }

    @Override
    @Transactional
    public long under(int key) {
        return standing.house(() -> rows.under(key));
    }
}
