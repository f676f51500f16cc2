package lianxin.rights;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.registry.Households;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds (法律保留): a court, an audit or an inspection needs the data as they are. */
@Service
class Holds {

    private final JdbcClient sql;
    private final Households households;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Holds(JdbcClient sql, Households households, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.households = households;
        this.house = house;
        this.clock = clock;
    }

    /** Sets one; a second on the same household changes nothing. */
    @Transactional
    public void set(UUID household, String source, Caller caller) {
        var place = place(household, caller);
        if (source.isBlank()) {
            throw RightsRefusal.NO_SOURCE.because();
        }
        var set = sql.sql("""
                insert into rights.hold (id, household, place, source, since, set_by)
                values (:id, :household, :place, :source, :at, :by)
                on conflict (household) where ended_at is null do nothing
                """)
                .param("id", Ids.next())
                .param("household", household)
                .param("place", place)
                .param("source", source.strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", caller.id())
                .update();
        if (set > 0) {
            house.publishEvent(new HoldChanged(household, caller.id(), clock.instant(), true));
        }
    }

    /** Lifts it. */
    @Transactional
    public void lift(UUID household, Caller caller) {
        place(household, caller);
        var lifted = sql.sql("""
                update rights.hold
                   set ended_at = :at, ended_by = :by
                 where household = :household and ended_at is null
                """)
                .param("household", household)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", caller.id())
                .update();
        if (lifted > 0) {
            house.publishEvent(new HoldChanged(household, caller.id(), clock.instant(), false));
        }
    }

    /** The document a hold stands on; empty when there is none. */
    Optional<String> on(UUID household) {
        return sql.sql("select source from rights.hold where household = :household and ended_at is null")
                .param("household", household)
                .query(String.class)
                .optional();
    }

    private long place(UUID household, Caller caller) {
        caller.may(Right.RIGHTS_ANSWER);
        var home = households.require(household);
        caller.may(Right.RIGHTS_ANSWER, home.place());
        return home.place();
    }
}
