package lianxin.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in the file of a matter: its parties, mediators and steps. */
@Repository
class FileStore {

    private final JdbcClient sql;

    FileStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Party> parties(UUID matter, Map<UUID, Map<String, String>> clear) {
        return sql.sql(
                        "select id, household, consent, consent_on, signed_on from mediation.party where matter = :matter order by position")
                .param("matter", matter)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Party(
                            id,
                            row.getObject("household", UUID.class),
                            Party.Consent.valueOf(row.getString("consent")),
                            row.getObject("consent_on", LocalDate.class),
                            row.getObject("signed_on", LocalDate.class),
                            name(clear, id));
                })
                .list();
    }

    List<Mediator> mediators(UUID matter, Map<UUID, Map<String, String>> clear) {
        return sql.sql(
                        "select id, account, since, until from mediation.mediator where matter = :matter order by since, id")
                .param("matter", matter)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Mediator(
                            id,
                            row.getObject("account", UUID.class),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            name(clear, id));
                })
                .list();
    }

    List<Step> steps(UUID matter, Map<UUID, Map<String, String>> clear) {
        return sql.sql("""
                select id, deed, who, on_day, before, after, by_whom, at, taken_back_at from mediation.step
                 where matter = :matter order by at, id
                """)
                .param("matter", matter)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Step(
                            id,
                            Deed.valueOf(row.getString("deed")),
                            row.getObject("who", UUID.class),
                            row.getObject("on_day", LocalDate.class),
                            State.valueOf(row.getString("before")),
                            State.valueOf(row.getString("after")),
                            row.getObject("by_whom", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            instant(row.getObject("taken_back_at", OffsetDateTime.class)),
                            clear.getOrDefault(id, Map.of()));
                })
                .list();
    }

    /** Of which matter a step is, if there is one. */
    Optional<Written> written(UUID step) {
        return sql.sql("select matter, deed from mediation.step where id = :id")
                .param("id", step)
                .query(Written.class)
                .optional();
    }

    void step(Matter matter, TakeStep step, @Nullable UUID who, State after, UUID by, Instant at) {
        sql.sql("""
                insert into mediation.step (id, matter, place, deed, who, on_day, before, after, by_whom, at)
                values (:id, :matter, :place, :deed, :who, :on, :before, :after, :by, :at)
                """)
                .param("id", step.id())
                .param("matter", matter.id())
                .param("place", matter.place())
                .param("deed", step.deed().name())
                .param("who", who)
                .param("on", step.on())
                .param("before", matter.state().name())
                .param("after", after.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takenBack(UUID step, Instant at) {
        sql.sql("update mediation.step set taken_back_at = :at where id = :id")
                .param("id", step)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void party(Matter matter, UUID id, @Nullable UUID household) {
        sql.sql("""
                insert into mediation.party (id, matter, place, position, household, consent)
                values (:id, :matter, :place, (select count(*) from mediation.party where matter = :matter), :household, 'ASKED')
                """)
                .param("id", id)
                .param("matter", matter.id())
                .param("place", matter.place())
                .param("household", household)
                .update();
    }

    void removeParty(UUID id) {
        sql.sql("delete from mediation.party where id = :id").param("id", id).update();
    }

    void consent(UUID party, Party.Consent consent, @Nullable LocalDate on) {
        sql.sql("update mediation.party set consent = :consent, consent_on = :on where id = :id")
                .param("id", party)
                .param("consent", consent.name())
                .param("on", on)
                .update();
    }

    void signed(UUID matter, LocalDate on) {
        sql.sql("update mediation.party set signed_on = :on where matter = :matter")
                .param("matter", matter)
                .param("on", on)
                .update();
    }

    void mediator(Matter matter, UUID id, @Nullable UUID account, LocalDate since) {
        sql.sql("""
                insert into mediation.mediator (id, matter, place, account, since) values (:id, :matter, :place, :account, :since)
                """)
                .param("id", id)
                .param("matter", matter.id())
                .param("place", matter.place())
                .param("account", account)
                .param("since", since)
                .update();
    }

    void leaves(UUID mediator, LocalDate on) {
        sql.sql("update mediation.mediator set until = :on where id = :id and until is null")
                .param("id", mediator)
                .param("on", on)
                .update();
    }

    private static String name(Map<UUID, Map<String, String>> clear, UUID id) {
        return clear.getOrDefault(id, Map.of()).getOrDefault(Writings.NAME, "");
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** A step as it was sent before. */
    record Written(UUID matter, Deed deed) {}
}
