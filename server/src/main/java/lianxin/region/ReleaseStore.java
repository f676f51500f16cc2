package lianxin.region;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReleaseStore {

    private final JdbcClient sql;

    ReleaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Release release) {
        sql.sql("""
                insert into region.release (id, source, as_of, sha256, by_whom)
                values (:id, :source, :asOf, :sha256, :by)
                """)
                .param("id", release.id())
                .param("source", release.source())
                .param("asOf", release.asOf())
                .param("sha256", release.sha256())
                .param("by", release.byWhom())
                .update();
    }

    List<Release> all() {
        return sql.sql("""
                select id, source, as_of, sha256, by_whom, loaded_at
                  from region.release
                 order by loaded_at desc, id
                 limit 200
                """).query(Release.class).list();
    }

    void add(Draft draft, byte[] file) {
        sql.sql("""
                insert into region.draft (id, source, day, sha256, file, by_whom, lo, hi)
                values (:id, :source, :day, :sha256, :file, :by, :lo, :hi)
                """)
                .param("id", draft.id())
                .param("source", draft.source())
                .param("day", draft.day())
                .param("sha256", draft.sha256())
                .param("file", file)
                .param("by", draft.byWhom())
                .param("lo", draft.lo())
                .param("hi", draft.hi())
                .update();
    }

    List<Draft> drafts() {
        return sql.sql("""
                select id, source, day, sha256, by_whom, handed_in, lo, hi
                  from region.draft
                 order by handed_in desc
                """).query(Draft.class).list();
    }

    Optional<Draft> draft(UUID id) {
        return sql.sql("""
                select id, source, day, sha256, by_whom, handed_in, lo, hi
                  from region.draft
                 where id = :id
                """).param("id", id).query(Draft.class).optional();
    }

    /** Keeps others from applying or discarding the draft until the transaction ends. */
    void hold(UUID draft) {
        sql.sql("select id from region.draft where id = :draft for update")
                .param("draft", draft)
                .query(UUID.class)
                .optional();
    }

    byte[] file(UUID draft) {
        return sql.sql("select file from region.draft where id = :draft")
                .param("draft", draft)
                .query((row, _) -> row.getBytes("file"))
                .single();
    }

    boolean discard(UUID draft) {
        return sql.sql("delete from region.draft where id = :draft")
                        .param("draft", draft)
                        .update()
                == 1;
    }

    void decide(UUID draft, UUID division, Fate fate) {
        sql.sql("""
                insert into region.decision (draft, division, fate, codes)
                values (:draft, :division, :fate, :codes::bigint[])
                on conflict (draft, division) do update
                   set fate = excluded.fate, codes = excluded.codes
                """)
                .param("draft", draft)
                .param("division", division)
                .param("fate", word(fate))
                .param("codes", fate.codes().stream().map(DivisionCode::value).toArray(Long[]::new))
                .update();
    }

    void forget(UUID draft, UUID division) {
        sql.sql("delete from region.decision where draft = :draft and division = :division")
                .param("draft", draft)
                .param("division", division)
                .update();
    }

    Map<UUID, Fate> decisions(UUID draft) {
        var fates = new HashMap<UUID, Fate>();
        sql.sql("select division, fate, codes from region.decision where draft = :draft")
                .param("draft", draft)
                .query((ResultSet row) -> {
                    var codes = LongStream.of(
                                    unboxed((Long[]) row.getArray("codes").getArray()))
                            .mapToObj(DivisionCode::new)
                            .toList();
                    fates.put(row.getObject("division", UUID.class), fate(row.getString("fate"), codes));
                });
        return fates;
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case Fate.Keeps _ -> "KEEPS";
            case Fate.Merged _ -> "MERGED";
            case Fate.Split _ -> "SPLIT";
            case Fate.Ended _ -> "ENDED";
        };
    }

    private static Fate fate(String word, List<DivisionCode> codes) {
        return switch (word) {
            case "KEEPS" -> new Fate.Keeps(codes.getFirst());
            case "MERGED" -> new Fate.Merged(codes.getFirst());
            case "SPLIT" -> new Fate.Split(codes);
            case "ENDED" -> new Fate.Ended();
            default -> throw new IllegalStateException("unknown fate " + word);
        };
    }

    private static long[] unboxed(Long[] values) {
        return LongStream.range(0, values.length).map(i -> values[(int) i]).toArray();
    }
}
