package lianxin.card;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.region.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CardStore {

    private static final String SELECT = """
            select household, version, cadre, place, code, issued_on, withdrawn_on
              from card.card
            """;

    private final JdbcClient sql;

    CardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every card of these households, newest version first. */
    List<Card> of(Collection<UUID> households) {
        return sql.sql(SELECT + " where household = any(:households) order by household, version desc")
                .param("households", households.toArray(UUID[]::new))
                .query(Card.class)
                .list();
    }

    Optional<Card> byCode(String code) {
        return sql.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(Card.class)
                .optional();
    }

    int newestVersion(UUID household) {
        return sql.sql("select coalesce(max(version), 0) from card.card where household = :household")
                .param("household", household)
                .query(Integer.class)
                .single();
    }

    /** Writes new cards and withdraws the ones they take the place of. */
    void issue(List<Card> cards, UUID by) {
        var households = cards.stream().map(Card::household).toArray(UUID[]::new);
        sql.sql("""
                update card.card
                   set withdrawn_on = :day
                 where household = any(:households) and withdrawn_on is null
                """)
                .param("day", cards.getFirst().issuedOn())
                .param("households", households)
                .update();
        sql.sql("""
                insert into card.card (household, version, cadre, place, code, issued_on, by_whom)
                select card.household, card.version, card.cadre, card.place, card.code, :day, :by
                  from unnest(:households::uuid[], :versions::int[], :cadres::uuid[], :places::bigint[], :codes::text[])
                       as card (household, version, cadre, place, code)
                """)
                .param("day", cards.getFirst().issuedOn())
                .param("by", by)
                .param("households", households)
                .param("versions", cards.stream().map(Card::version).toArray(Integer[]::new))
                .param("cadres", cards.stream().map(Card::cadre).toArray(UUID[]::new))
                .param("places", cards.stream().map(Card::place).toArray(Long[]::new))
                .param("codes", cards.stream().map(Card::code).toArray(String[]::new))
                .update();
    }

    /** Cards that count, and when the latest was issued, per village on {@code ground}. */
    Map<Long, Tally> tally(Ground ground) {
        var tally = new HashMap<Long, Tally>();
        sql.sql("""
                select place, count(*) as cards, max(issued_on) as latest
                  from card.card
                 where withdrawn_on is null and place >= :lo and place < :hi
                 group by place
                """).param("lo", ground.lo()).param("hi", ground.hi()).query(row -> {
            tally.put(row.getLong(1), new Tally(row.getInt(2), row.getObject(3, LocalDate.class)));
        });
        return tally;
    }

    record Tally(int cards, LocalDate latest) {}
}
