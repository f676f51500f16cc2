package lianxin.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lianxin.platform.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people are told about access to their ground. Written in the transaction that takes it: no notice, no emergency. */
@Service
public class Notices {

    /** Whose ground it is: they are told. */
    private static final List<Role> OWNERS = List.of(Role.OFFICE, Role.TOWNSHIP, Role.SECURITY_ADMIN);

    private static final int SHOWN = 50;

    private final JdbcClient sql;
    private final MandateStore mandates;
    private final Clock clock;

    Notices(JdbcClient sql, MandateStore mandates, Clock clock) {
        this.sql = sql;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** What the caller was told and has not yet put aside, the newest first. */
    public List<Notice> of(Caller caller) {
        caller.may(Right.OWN_ACCOUNT);
        return mandates.notices(caller.id(), SHOWN);
    }

    /** The caller has read it. */
    @Transactional
    public void seen(UUID notice, Caller caller) {
        caller.may(Right.OWN_ACCOUNT);
        sql.sql("update access.notice set seen_at = :now where id = :id and account = :account and seen_at is null")
                .param("id", notice)
                .param("account", caller.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventListener
    void on(MandateChanged news) {
        if (news.kind() != Mandate.Kind.EMERGENCY || news.ended()) {
            return;
        }
        var place = mandates.byId(news.mandate()).orElseThrow().ground().lo();
        mandates.over(place, OWNERS.stream().map(Role::name).toList(), news.at()).stream()
                .map(Mandate::account)
                .distinct()
                .filter(owner -> !owner.equals(news.subject()))
                .forEach(owner -> sql.sql("""
                        insert into access.notice (id, account, mandate, at) values (:id, :account, :mandate, :at)
                        """)
                        .param("id", Ids.next())
                        .param("account", owner)
                        .param("mandate", news.mandate())
                        .param("at", news.at().atOffset(ZoneOffset.UTC))
                        .update());
    }
}
