package lianxin.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianxin.platform.CountyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases for a file: read by a cursor of the server’s, so that as many as there are never lie in memory at once. */
@Repository
class ExportStore {

    static final int LOT = 500;

    private static final String WHERE = """
             where i.place >= :lo and i.place < :hi
               and (:from::timestamptz is null or i.heard_at >= :from) and (:to::timestamptz is null or i.heard_at < :to)
               and (:category::text is null or i.category = :category) and (:stage::text is null or i.stage = :stage)
               and (:unit::uuid is null or i.unit = :unit)
            """;

    private final JdbcClient sql;

    ExportStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Households among them. */
    long households(Wanted wanted) {
        return sql.sql("select count(distinct i.household) from cases.issue i " + WHERE)
                .params(params(wanted))
                .query(Long.class)
                .single();
    }

    /** All of them, village by village, the latest first, in lots; only in a transaction, which the cursor lives in. */
    <X extends Exception> void each(Wanted wanted, Taker<X> taker) throws X {
        try (var rows = sql
                .sql(CaseStore.SELECT + WHERE + " order by i.place, i.heard_at desc, i.id")
                .params(params(wanted))
                .withFetchSize(LOT)
                .query((row, number) -> CaseStore.row(row, number))
                .stream()) {
            var lot = new ArrayList<Case>(LOT);
            for (var all = rows.iterator(); all.hasNext(); ) {
                lot.add(all.next());
                if (lot.size() == LOT || !all.hasNext()) {
                    taker.take(lot);
                    lot.clear();
                }
            }
        }
    }

    private static Map<String, @Nullable Object> params(Wanted wanted) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("lo", wanted.ground().lo());
        params.put("hi", wanted.ground().hi());
        params.put("from", midnight(wanted.from()));
        params.put("to", wanted.to() == null ? null : midnight(wanted.to().plusDays(1)));
        params.put("category", wanted.category());
        params.put("stage", wanted.stage() == null ? null : wanted.stage().name());
        params.put("unit", wanted.unit());
        return params;
    }

    private static @Nullable Object midnight(@Nullable LocalDate day) {
        return day == null
                ? null
                : CaseStore.utc(day.atStartOfDay(CountyTime.ZONE).toInstant());
    }

    /** What becomes of a lot. */
    @FunctionalInterface
    interface Taker<X extends Exception> {
        void take(List<Case> lot) throws X;
    }
}
