package lianxin.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.region.Ground;
import lianxin.scheme.RulesChanged;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers while a cadre is away. His households stay his; nobody is handed over. */
@Service
public class Backups {

    private static final String SELECT = "select cadre, backup, reason, since, until from pairing.backup";

    private final JdbcClient sql;
    private final Sight sight;
    private final Cadres cadres;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Backups(JdbcClient sql, Sight sight, Cadres cadres, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.sight = sight;
        this.cadres = cadres;
        this.house = house;
        this.clock = clock;
    }

    /** Who answers for {@code cadre} on {@code day}; empty when he is there himself, or nobody is named. */
    public Optional<Backup> of(UUID cadre, LocalDate day) {
        return sql.sql(SELECT + " where cadre = :cadre and backup is not null and since <= :day and :day < until")
                .param("cadre", cadre)
                .param("day", day)
                .query(Backup.class)
                .optional();
    }

    /** For whom {@code cadre} answers on {@code day}. */
    public List<Backup> by(UUID cadre, LocalDate day) {
        return sql.sql(SELECT + " where backup = :cadre and since <= :day and :day < until order by cadre")
                .param("cadre", cadre)
                .param("day", day)
                .query(Backup.class)
                .list();
    }

    /** Absences on {@code day} or later of cadres a caller may see, the soonest first. */
    @Transactional(readOnly = true)
    public List<Absence> from(LocalDate day, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var all = sql.sql(SELECT + " where until > :day order by since, cadre")
                .param("day", day)
                .query(Backup.class)
                .list();
        var people = cadres.byId(all.stream()
                .flatMap(b -> Stream.of(b.cadre(), b.backup()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        return all.stream()
                .filter(b -> people.containsKey(b.cadre()))
                .map(b -> new Absence(
                        b,
                        Objects.requireNonNull(people.get(b.cadre())),
                        b.backup() == null ? null : people.get(b.backup())))
                .filter(a -> caller.ground().contains(a.cadre().place()))
                .toList();
    }

    /** Absences on {@code day} of cadres on {@code ground} for whom nobody answers, or somebody who has no households now or is away himself. */
    public List<Backup> unanswered(Ground ground, LocalDate day) {
        var away = sql.sql(SELECT + " where since <= :day and :day < until order by since, cadre")
                .param("day", day)
                .query(Backup.class)
                .list();
        var gone = away.stream().map(Backup::cadre).collect(Collectors.toSet());
        var people = cadres.byId(away.stream()
                .flatMap(b -> Stream.of(b.cadre(), b.backup()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        return away.stream()
                .filter(b -> people.containsKey(b.cadre()))
                .filter(b -> ground.contains(
                        Objects.requireNonNull(people.get(b.cadre())).place()))
                .filter(b -> b.backup() == null || gone.contains(b.backup()) || !there(people.get(b.backup()), day))
                .toList();
    }

    private static boolean there(@Nullable Cadre cadre, LocalDate day) {
        return cadre != null && cadre.serves(day) && !cadre.exempt(day);
    }

    /** He is away and nobody is named yet. Refused as {@link #name} is. */
    @Transactional
    public void away(UUID cadre, Backup.Why why, LocalDate since, LocalDate until, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var away = sight.cadre(cadre, caller);
        caller.may(Right.PAIRING_REPAIR, away.place());
        if (!since.isBefore(until) || !serves(away, since, until)) {
            throw PairingRefusal.BACKUP_UNFIT.because(away.name(), "–");
        }
        lock(cadre);
        if (overlapping(cadre, cadre, since, until)) {
            throw PairingRefusal.ABSENCE_OVERLAPS.because(away.name(), "–");
        }
        write(new Backup(cadre, null, why, since, until), caller);
    }

    /** Names who answers for {@code cadre} from {@code since} up to but not including {@code until}. An absence on these days for which nobody was named becomes this one. */
    @Transactional
    public void name(UUID cadre, UUID backup, Backup.Why why, LocalDate since, LocalDate until, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        var away = sight.cadre(cadre, caller);
        caller.may(Right.PAIRING_REPAIR, away.place());
        var there = sight.cadre(backup, caller);
        if (cadre.equals(backup)
                || !since.isBefore(until)
                || !serves(there, since, until)
                || !serves(away, since, until)) {
            throw PairingRefusal.BACKUP_UNFIT.because(away.name(), there.name());
        }
        lock(cadre, backup);
        sql.sql(
                        "delete from pairing.backup where cadre = :cadre and backup is null and since < :until and :since < until")
                .param("cadre", cadre)
                .param("since", since)
                .param("until", until)
                .update();
        if (overlapping(cadre, backup, since, until)) {
            throw PairingRefusal.ABSENCE_OVERLAPS.because(away.name(), there.name());
        }
        write(new Backup(cadre, backup, why, since, until), caller);
    }

    /** One absence at a time, and whoever answers is there himself: both looked at under a lock of those cadres. */
    private void lock(UUID... both) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from unnest(:both) as id order by id")
                .param("both", both)
                .query((row, number) -> true)
                .list();
    }

    private void write(Backup backup, Caller caller) {
        sql.sql("""
                insert into pairing.backup (cadre, backup, reason, since, until, by_whom)
                values (:cadre, :backup, :reason, :since, :until, :by)
                """)
                .param("cadre", backup.cadre())
                .param("backup", backup.backup())
                .param("reason", backup.reason().name())
                .param("since", backup.since())
                .param("until", backup.until())
                .param("by", caller.id())
                .update();
        tell(backup.cadre(), caller, RulesChanged.What.BACKUP_NAMED);
    }

    private static boolean serves(Cadre cadre, LocalDate since, LocalDate until) {
        return cadre.serves(since) && (cadre.until() == null || !until.isAfter(cadre.until()));
    }

    private boolean overlapping(UUID cadre, UUID backup, LocalDate since, LocalDate until) {
        return sql.sql("""
                select exists (select from pairing.backup
                                where since < :until and :since < until
                                  and (cadre in (:cadre, :backup) or backup = :cadre))
                """)
                .param("cadre", cadre)
                .param("backup", backup)
                .param("since", since)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    /** He is back, or not going: the absence that begins on {@code since} ends today, or never begins. */
    @Transactional
    public void end(UUID cadre, LocalDate since, Caller caller) {
        caller.may(Right.PAIRING_REPAIR);
        caller.may(Right.PAIRING_REPAIR, sight.cadre(cadre, caller).place());
        var today = LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
        if (since.isBefore(today)) {
            sql.sql(
                            "update pairing.backup set until = :today where cadre = :cadre and since = :since and until > :today")
                    .param("today", today)
                    .param("cadre", cadre)
                    .param("since", since)
                    .update();
        } else {
            sql.sql("delete from pairing.backup where cadre = :cadre and since = :since")
                    .param("cadre", cadre)
                    .param("since", since)
                    .update();
        }
        tell(cadre, caller, RulesChanged.What.BACKUP_ENDED);
    }

    private void tell(UUID cadre, Caller caller, RulesChanged.What what) {
        house.publishEvent(new RulesChanged(cadre, caller.id(), clock.instant(), what));
    }

    /** An absence with the people it is about; {@code there} is null while nobody is named. */
    public record Absence(
            Backup backup, Cadre cadre, @Nullable Cadre there) {}
}
