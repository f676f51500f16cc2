package lianxin.deeds;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.platform.CountyTime;
import lianxin.scope.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What time does to deeds, every night: answers are counted when the asking is over, late answers when they have become enough, and months later it is asked
 * whether the thing is in use. Deed by deed, each for good: killed in the middle it goes on where it stopped.
 */
@Service
public class DeedClock {

    private final DeedStore store;
    private final Moves moves;
    private final TransactionTemplate transaction;

    DeedClock(DeedStore store, Moves moves, TransactionTemplate transaction) {
        this.store = store;
        this.moves = moves;
        this.transaction = transaction;
    }

    /** Does all that is due on {@code today}; says how many deeds stand elsewhere now. */
    public int strike(LocalDate today) {
        var moved = 0;
        for (var id : store.due(today)) {
            moved += Objects.requireNonNull(transaction.execute(_ -> one(id, today)));
        }
        return moved;
    }

    private int one(UUID id, LocalDate today) {
        var deed = store.held(id).orElse(null);
        var next = deed == null ? null : DeedRules.next(deed, today);
        if (deed == null || next == null) {
            return 0; // somebody was faster
        }
        moves.move(deed, next, "", Caller.THE_HOUSE, today);
        return 1;
    }

    /** At twenty to two, county time. */
    @Configuration
    static class Nightly {

        @Bean
        static RecurringTask<Void> deedsEveryNight(DeedClock deeds, Standing standing, CountyTime time) {
            return Tasks.recurring("deeds-nightly", Schedules.daily(CountyTime.ZONE, LocalTime.of(1, 40)))
                    .execute((_, _) -> standing.houseDoes(() -> deeds.strike(time.today())));
        }
    }
}
