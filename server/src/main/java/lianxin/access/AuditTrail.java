package lianxin.access;

import java.time.ZoneOffset;
import lianxin.platform.News;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes every piece of news down, in the transaction that made it. No trail, no deed. */
@Component
class AuditTrail {

    private final JdbcClient sql;

    AuditTrail(JdbcClient sql) {
        this.sql = sql;
    }

    @EventListener
    void on(News news) {
        sql.sql("""
                insert into access.audit (what, subject, by_whom, at)
                values (:what, :subject, :by, :at)
                """)
                .param("what", news.getClass().getSimpleName())
                .param("subject", news.subject())
                .param("by", news.by())
                .param("at", news.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
