package lianxin.scheme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.registry.HouseholdsChanged;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs that must not be: kinship above all. No plan with such a pair is adopted. */
@Service
public class Exclusions {

    private static final int LONGEST_REASON = 200;

    private final JdbcClient sql;
    private final Grounds grounds;
    private final Households households;
    private final Cadres cadres;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Exclusions(
            JdbcClient sql,
            Grounds grounds,
            Households households,
            Cadres cadres,
            ApplicationEventPublisher house,
            Clock clock) {
        this.sql = sql;
        this.grounds = grounds;
        this.households = households;
        this.cadres = cadres;
        this.house = house;
        this.clock = clock;
    }

    /** Pairs excluded on {@code day}, of households on {@code ground}, by village and household. */
    public List<Exclusion> on(Ground ground, LocalDate day) {
        return sql.sql("""
                select household, cadre, place, reason, since, nullif(until, 'infinity') as until
                  from scheme.exclusion
                 where place >= :lo and place < :hi and since <= :day and :day < until
                 order by place, household, cadre
                """)
                .param("lo", ground.lo())
                .param("hi", ground.hi())
                .param("day", day)
                .query(Exclusion.class)
                .list();
    }

    /** Pairs excluded on {@code day} or on any day after it, wherever. */
    public List<Exclusion> from(LocalDate day) {
        return sql.sql(
                        "select household, cadre, place, reason, since, nullif(until, 'infinity') as until from scheme.exclusion where until > :day")
                .param("day", day)
                .query(Exclusion.class)
                .list();
    }

    /**
     * Excludes a pair from today on. If the two are paired now, the household wants another contact: that is a deed of its own. Refused
     * without a reason, or when it would end before it begins.
     *
     * @param until first day they may be paired again; null for none
     */
    @Transactional
    public void exclude(UUID household, UUID cadre, String reason, @Nullable LocalDate until, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var family = seen(household, caller);
        var person = cadres.require(cadre);
        if (!grounds.serves(person.unit(), family.place(), today())) {
            caller.may(Right.PAIRING_REPAIR, person.place());
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON || until != null && !until.isAfter(today())) {
            throw SchemeRefusal.EXCLUSION_UNSOUND.because(LONGEST_REASON);
        }
        if (!put(household, cadre, family.place(), reason.strip(), today(), until, caller.id())) {
            throw SchemeRefusal.EXCLUDED_ALREADY.because(family.key());
        }
    }

    /** Admits an excluded pair again from today on. Refused when it is not excluded. */
    @Transactional
    public void admit(UUID household, UUID cadre, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        seen(household, caller);
        var ended = sql.sql(
                        "delete from scheme.exclusion where household = :household and cadre = :cadre and since >= :day")
                .param("household", household)
                .param("cadre", cadre)
                .param("day", today())
                .update();
        ended += sql.sql("""
                update scheme.exclusion
                   set until = :day
                 where household = :household and cadre = :cadre and since < :day and until > :day
                """)
                .param("household", household)
                .param("cadre", cadre)
                .param("day", today())
                .update();
        if (ended == 0) {
            throw SchemeRefusal.NOT_EXCLUDED.because();
        }
        house.publishEvent(new RulesChanged(household, caller.id(), clock.instant(), RulesChanged.What.ADMITTED));
    }

    /** Writes the pair down for good unless it is excluded already; says whether it was written. */
    public boolean put(UUID household, UUID cadre, long place, String reason, LocalDate day, UUID by) {
        return put(household, cadre, place, reason, day, null, by);
    }

    private boolean put(
            UUID household, UUID cadre, long place, String reason, LocalDate day, @Nullable LocalDate until, UUID by) {
        var written = sql.sql("""
                insert into scheme.exclusion (household, cadre, place, reason, since, until, by_whom)
                select :household, :cadre, :place, :reason, :day, coalesce(:until::date, 'infinity'), :by
                 where not exists (select from scheme.exclusion
                                    where household = :household and cadre = :cadre and until > :day)
                """)
                        .param("household", household)
                        .param("cadre", cadre)
                        .param("place", place)
                        .param("reason", reason)
                        .param("day", day)
                        .param("until", until)
                        .param("by", by)
                        .update()
                == 1;
        if (written) {
            house.publishEvent(new RulesChanged(household, by, clock.instant(), RulesChanged.What.EXCLUDED));
        }
        return written;
    }

    /** A household takes its exclusions along to where it lives. */
    @EventListener
    @Transactional
    void on(HouseholdsChanged news) {
        var moved = news.changes().stream()
                .filter(c -> c.what() == What.MOVED || c.what() == What.RECODED)
                .toList();
        if (!moved.isEmpty()) {
            sql.sql("""
                    update scheme.exclusion x
                       set place = m.place
                      from unnest(:households::uuid[], :places::bigint[]) as m (household, place)
                     where x.household = m.household and x.place <> m.place
                    """)
                    .param("households", moved.stream().map(Change::household).toArray(UUID[]::new))
                    .param("places", moved.stream().map(Change::place).toArray(Long[]::new))
                    .update();
        }
    }

    private Household seen(UUID household, Caller caller) {
        var family = households.require(household);
        caller.may(Right.PAIRING_REPAIR, family.place());
        return family;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }

    /**
     * A pair that must not be.
     *
     * @param place code of the household's village
     * @param reason KINSHIP, or words of the office
     * @param until first day they may be paired again; null for none
     */
    public record Exclusion(
            UUID household,
            UUID cadre,
            long place,
            String reason,
            LocalDate since,
            @Nullable LocalDate until) {}
}
