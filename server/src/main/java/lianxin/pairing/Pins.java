package lianxin.pairing;

import java.sql.ResultSet;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.region.Ground;
import lianxin.scheme.RulesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Choices made by hand; they survive the next proposal. */
@Service
public class Pins {

    private final JdbcClient sql;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Pins(JdbcClient sql, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.house = house;
        this.clock = clock;
    }

    /** Who is pinned to whom on {@code ground}: cadre by household. */
    public Map<UUID, UUID> on(Ground ground) {
        var pins = new HashMap<UUID, UUID>();
        sql.sql("select household, cadre from pairing.pin where place >= :lo and place < :hi")
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .query((ResultSet row) -> {
                    pins.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return pins;
    }

    boolean has(UUID household) {
        return sql.sql("select exists (select from pairing.pin where household = :household)")
                .param("household", household)
                .query(Boolean.class)
                .single();
    }

    public void put(UUID household, UUID cadre, long place, Reason reason, Caller caller) {
        sql.sql("""
                insert into pairing.pin (household, cadre, place, reason, by_whom)
                values (:household, :cadre, :place, :reason, :by)
                on conflict (household) do update
                   set cadre = excluded.cadre, place = excluded.place, reason = excluded.reason, by_whom = excluded.by_whom, at = now()
                """)
                .param("household", household)
                .param("cadre", cadre)
                .param("place", place)
                .param("reason", reason.name())
                .param("by", caller.id())
                .update();
        tell(household, caller, true);
    }

    void remove(UUID household, Caller caller) {
        sql.sql("delete from pairing.pin where household = :household")
                .param("household", household)
                .update();
        tell(household, caller, false);
    }

    private void tell(UUID household, Caller caller, boolean pinned) {
        house.publishEvent(new RulesChanged(
                household,
                caller.id(),
                clock.instant(),
                pinned ? RulesChanged.What.PINNED : RulesChanged.What.UNPINNED));
    }
}
