package lianxin.coverage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.scope.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks every night, and whenever asked, whether the promises hold, and keeps what it found. */
@Service
public class NightlyCheck {

    private final Promises promises;
    private final FindingStore findings;
    private final Divisions divisions;
    private final CountyTime time;

    NightlyCheck(Promises promises, FindingStore findings, Divisions divisions, CountyTime time) {
        this.promises = promises;
        this.findings = findings;
        this.divisions = divisions;
        this.time = time;
    }

    /** The latest finding on exactly {@code ground}; empty when it was never looked at. */
    public Optional<Finding> latest(Ground ground) {
        return findings.latest(List.of(ground)).stream().findAny();
    }

    /** The latest findings of the townships of a ground, by code, without those never looked at. */
    public List<Finding> latestOfTownships(Ground ground) {
        return findings.latest(grounds(ground, Level.TOWNSHIP));
    }

    /** Looks at the whole and at every city, county and township as of today; the whole comes first. */
    @Transactional
    public List<Finding> checkAll() {
        return look(Ground.EVERYWHERE);
    }

    /** Looks at one place as of now, and at the counties and townships in it. */
    @Transactional
    public Finding check(DivisionCode place, Caller caller) {
        caller.may(Right.PAIRING_REPAIR, place);
        return look(place.ground()).getFirst();
    }

    private List<Finding> look(Ground whole) {
        var parts = new LinkedHashSet<Ground>(List.of(whole));
        for (var level : List.of(Level.CITY, Level.COUNTY, Level.TOWNSHIP)) {
            parts.addAll(grounds(whole, level));
        }
        var found = promises.look(whole, parts, time.today());
        found.forEach(findings::add);
        return found;
    }

    private List<Ground> grounds(Ground ground, Level level) {
        return divisions.on(ground, level, time.today()).stream()
                .map(d -> d.code().ground())
                .filter(part -> ground.and(part).equals(part))
                .toList();
    }

    /** At two in the morning, county time. */
    @Configuration
    static class Nightly {

        @Bean
        static RecurringTask<Void> everyNight(NightlyCheck check, Standing standing) {
            return Tasks.recurring("nightly-check", Schedules.daily(CountyTime.ZONE, LocalTime.of(2, 0)))
                    .execute((_, _) -> standing.houseDoes(check::checkAll));
        }
    }
}
