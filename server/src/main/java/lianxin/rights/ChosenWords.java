package lianxin.rights;

import java.util.HashMap;
import java.util.Map;
import lianxin.platform.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a place calls the codes it has chosen itself, by the column they stand in: {@code "topics HEALTH"}. */
@Component
class ChosenWords {

    private final JdbcClient sql;

    ChosenWords(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, String> in(Words words) {
        var called = new HashMap<String, String>();
        sql.sql("""
                select distinct on (code) code, case when :chinese then name_zh else name_en end as called
                  from (select c || ' ' || code as code, name_zh, name_en, since
                          from visit.topic cross join (values ('topics'), ('need_topic')) as columns (c)
                        union all select 'kind ' || code, name_zh, name_en, since from visit.occasion_kind
                        union all select 'reason ' || code, name_zh, name_en, since from visit.deferral_reason) as chosen
                 order by code, since desc
                """)
                .param("chinese", words.chinese())
                .query((row, _) -> called.put(row.getString("code"), row.getString("called")))
                .list();
        return called;
    }
}
