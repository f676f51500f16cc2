package lianxin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lianxin.OwnDatabase;
import lianxin.calendar.WorkCalendar;
import lianxin.pairing.Cast;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A night with more cases than one lot, by two hands that commit for good. */
@SpringBootTest
class CaseNightTest {

    static final LocalDate TODAY = LocalDate.now(CountyTime.ZONE);
    static final int CASES = 2 * CaseClock.LOT + 1_234;

    @Autowired
    JdbcClient sql;

    @Autowired
    CaseClock clock;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Standing standing;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("casenight", properties);
    }

    @Test
    void eachIsMovedOnceWhicheverHandHasIt() {
        calendar.loadBundled();
        var cast = Cast.on(sql);
        cast.village(1);
        sql.sql("""
                insert into cases.issue (id, number, kind, category, place, channel, words, heard_by, heard_at, opened_at, stage, stage_since, level, due_on, yellow_on,
                                         red_on, escalate_on)
                select gen_random_uuid(), '2611-' || lpad(n::text, 6, '0'), 'SERVICE', 'ROAD', :place, 'CLERK', '第' || n || '件', gen_random_uuid(), now(), now(), 'NEW', now(),
                       'TOWNSHIP', :day::date - 3, :day::date - 4, :day::date - 2, :day::date - 2
                  from generate_series(1, :cases) as n
                """)
                .param("place", cast.code(1))
                .param("day", TODAY)
                .param("cases", CASES)
                .update();
        assertThat(clock.night(TODAY, standing)).isEqualTo(new CaseClock.Moved(CASES, 0, 0, 0));
        assertThat(number("select count(*) from cases.issue where watch = 'COUNTY' and version = 2"))
                .isEqualTo(CASES);
        assertThat(number("select count(distinct issue) from cases.step where deed = 'ESCALATED'"))
                .isEqualTo(CASES);
        assertThat(number("select count(*) from cases.step")).isEqualTo(CASES);
        assertThat(clock.night(TODAY, standing))
                .as("nothing happens twice on one day")
                .isEqualTo(new CaseClock.Moved(0, 0, 0, 0));
    }

    long number(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
