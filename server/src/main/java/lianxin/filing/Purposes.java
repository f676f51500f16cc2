package lianxin.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.privacy.Aim;
import lianxin.privacy.Datum;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people’s data are used for, and the impact assessments that had to come first where they are sensitive. */
@Service
public class Purposes {

    private static final int LONGEST = 80;

    private final JdbcClient sql;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Purposes(JdbcClient sql, ApplicationEventPublisher house, Clock clock) {
        this.sql = sql;
        this.house = house;
        this.clock = clock;
    }

    List<Purpose> all() {
        return Arrays.stream(Aim.values())
                .map(aim -> new Purpose(
                        aim,
                        Arrays.stream(Datum.values())
                                .filter(d -> d.aim() == aim)
                                .toList(),
                        newest(aim).orElse(null)))
                .toList();
    }

    /** Enters an assessment; refused without its number, or before it was done. */
    @Transactional
    public void assessed(Aim aim, String number, LocalDate doneOn, Caller caller) {
        caller.may(Right.SCHEME_WRITE);
        if (number.isBlank()
                || number.strip().length() > LONGEST
                || doneOn.isAfter(LocalDate.ofInstant(clock.instant(), CountyTime.ZONE))) {
            throw FilingRefusal.INCOMPLETE.because(LONGEST);
        }
        sql.sql("""
                insert into filing.assessment (aim, done_on, number, by_whom) values (:aim, :day, :number, :by)
                on conflict (aim, done_on) do update set number = excluded.number, by_whom = excluded.by_whom, at = now()
                """)
                .param("aim", aim.name())
                .param("day", doneOn)
                .param("number", number.strip())
                .param("by", caller.id())
                .update();
        house.publishEvent(new Assessed(Ids.next(), caller.id(), clock.instant(), aim));
    }

    private Optional<Assessment> newest(Aim aim) {
        return sql.sql("select number, done_on from filing.assessment where aim = :aim order by done_on desc limit 1")
                .param("aim", aim.name())
                .query(Assessment.class)
                .optional();
    }

    /** The number an office gave it. */
    public record Assessment(String number, LocalDate doneOn) {}

    /** A purpose, what it uses, and its newest assessment. */
    public record Purpose(
            Aim aim, List<Datum> data, @Nullable Assessment assessment) {

        /** Whether an assessment is due and there is none (art. 55). */
        public boolean owed() {
            return aim.sensitive() && assessment == null;
        }
    }
}
