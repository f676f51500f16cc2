package lianxin.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.Ids;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the contact scheme. A version once published is never changed; a later one takes over from its day. */
@Service
public class Schemes {

    private static final String SELECT = "select id, effective, title, source, rules from scheme.scheme";

    private final JdbcClient sql;
    private final JsonMapper json;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Schemes(JdbcClient sql, JsonMapper json, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.house = house;
        this.clock = clock;
    }

    /** The version that holds on {@code day}; refused with 404 before the first. */
    public Scheme inForce(LocalDate day) {
        return sql.sql(SELECT + " where effective <= :day order by effective desc, recorded_at desc limit 1")
                .param("day", day)
                .query(this::row)
                .optional()
                .orElseThrow(() -> SchemeRefusal.NO_SCHEME.because(day));
    }

    /** All versions, the latest first. */
    public List<Scheme> all() {
        return sql.sql(SELECT + " order by effective desc, recorded_at desc")
                .query(this::row)
                .list();
    }

    /** The version under {@code id}; refused with 404 when there is none. */
    public Scheme require(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::row)
                .optional()
                .orElseThrow(() -> SchemeRefusal.NO_SCHEME.because(id));
    }

    /** Publishes a new version. Refused when a number makes no sense, or when it would hold before the latest one. */
    @Transactional
    public UUID publish(LocalDate effective, String title, String source, ContactScheme rules, Caller caller) {
        caller.may(Right.SCHEME_WRITE);
        check(effective, title, source, rules);
        var id = Ids.next();
        write(id, effective, title, source, rules, caller.id());
        house.publishEvent(new RulesChanged(id, caller.id(), clock.instant(), RulesChanged.What.SCHEME_PUBLISHED));
        return id;
    }

    /** Refuses what {@link #publish} would refuse. */
    public void check(LocalDate effective, String title, String source, ContactScheme rules) {
        if (title.isBlank() || source.isBlank()) {
            throw SchemeRefusal.SCHEME_UNSOUND.because("title, source", "–");
        }
        SchemeRules.sound(
                rules,
                effective,
                all().stream().findFirst().map(Scheme::effective).orElse(LocalDate.MIN));
    }

    /** Before the first version is published, the documented default holds; it is written down so that proposals can name it. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    void begin() {
        var first = documentedDefault();
        sql.sql("""
                insert into scheme.scheme (id, effective, title, source, rules, by_whom)
                select :id, :effective, :title, :source, :rules::jsonb, :by
                 where not exists (select from scheme.scheme)
                on conflict (id) do nothing
                """)
                .param("id", first.id())
                .param("effective", first.effective())
                .param("title", first.title())
                .param("source", first.source())
                .param("rules", json.writeValueAsString(first.rules()))
                .param("by", Caller.THE_HOUSE)
                .update();
    }

    /** The default with its sources, as it is documented in {@code scheme/default-scheme.json}. */
    Scheme documentedDefault() {
        try (var file = new ClassPathResource("scheme/default-scheme.json").getInputStream()) {
            return json.readValue(file, Scheme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(UUID id, LocalDate effective, String title, String source, ContactScheme rules, UUID by) {
        sql.sql("""
                insert into scheme.scheme (id, effective, title, source, rules, by_whom)
                values (:id, :effective, :title, :source, :rules::jsonb, :by)
                """)
                .param("id", id)
                .param("effective", effective)
                .param("title", title)
                .param("source", source)
                .param("rules", json.writeValueAsString(rules))
                .param("by", by)
                .update();
    }

    private Scheme row(ResultSet row, int number) throws SQLException {
        return new Scheme(
                row.getObject("id", UUID.class),
                row.getObject("effective", LocalDate.class),
                row.getString("title"),
                row.getString("source"),
                json.readValue(row.getString("rules"), ContactScheme.class));
    }
}
