package lianxin.deeds;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.platform.Ids;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a deed along its edges: state, history and news in one transaction, or none of it. A move that asks something begins a new round. */
@Component
class Moves {

    private final DeedStore store;
    private final Households households;
    private final Standing standing;
    private final ApplicationEventPublisher house;
    private final Clock clock;

    Moves(DeedStore store, Households households, Standing standing, ApplicationEventPublisher house, Clock clock) {
        this.store = store;
        this.households = households;
        this.standing = standing;
        this.house = house;
        this.clock = clock;
    }

    /** Refused with 409 when it does not follow from where the deed stands, or somebody else was faster. */
    void move(Deed before, Stage to, String words, UUID by, LocalDate today) {
        if (!Life.after(before.stage()).contains(to)) {
            throw DeedRefusal.NOT_FROM_HERE.because(before.title());
        }
        var moved = to.asking() && to != Stage.UNANSWERED && to != Stage.USE_UNANSWERED
                ? ask(before, to, by, today)
                : store.move(before, to, by, now());
        if (!moved) {
            throw DeedRefusal.MOVED.because(before.title());
        }
        var after = store.byId(before.id()).orElseThrow();
        store.step(Ids.next(), after, words, by, now());
        house.publishEvent(new DeedMoved(before.id(), by, now(), before.ground().lo(), to));
    }

    /** All households of the place are asked, however little of them whoever says it may see himself. */
    private boolean ask(Deed before, Stage to, UUID by, LocalDate today) {
        var pace = store.pace(today);
        var asked = Math.toIntExact(standing.house(() -> households.count(before.ground(), today)));
        var useOn = before.useOn() == null || to == Stage.DONE ? today.plusMonths(pace.useMonths()) : before.useOn();
        return store.ask(before, to, asked, pace, today.plusDays(pace.answerDays()), useOn, by, now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CountyTime.ZONE);
    }
}
