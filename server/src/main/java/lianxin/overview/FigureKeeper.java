package lianxin.overview;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Collection;
import java.util.UUID;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Households;
import lianxin.scope.Standing;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the figures true: looks again at the townships and units that news names ({@link FigureNews}). Once a night, when a new day may change
 * who is in scope, everything is looked at.
 */
@Component
class FigureKeeper {

    private final FigureStore store;
    private final Divisions divisions;
    private final Households households;
    private final Cadres cadres;
    private final Units units;
    private final Pairings pairings;
    private final PastLoads past;
    private final CountyTime time;
    private final Clock clock;
    private final Standing standing;

    FigureKeeper(
            FigureStore store,
            Divisions divisions,
            Households households,
            Cadres cadres,
            Units units,
            Pairings pairings,
            PastLoads past,
            CountyTime time,
            Clock clock,
            Standing standing) {
        this.standing = standing;
        this.store = store;
        this.divisions = divisions;
        this.households = households;
        this.cadres = cadres;
        this.units = units;
        this.pairings = pairings;
        this.past = past;
        this.time = time;
        this.clock = clock;
    }

    /** A database that was filled before this room was there. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void begin() {
        if (standing.house(store::none)) {
            lookAgainEverywhere();
        }
    }

    @Transactional
    void lookAgainEverywhere() {
        standing.houseDoes(() -> {
            store.alone();
            past.forget();
            units.on(Ground.EVERYWHERE).stream().map(Unit::place).distinct().forEach(this::cadresAt);
            divisions
                    .on(Ground.EVERYWHERE, Level.TOWNSHIP, time.today())
                    .forEach(township -> townshipOf(township.code().value()));
        });
    }

    /** Looks again at the townships of these villages, and at what their contacts hold anywhere. */
    @Transactional
    void lookAgainAt(Collection<Long> villages) {
        standing.houseDoes(() -> {
            store.alone();
            past.forget();
            villages.stream().map(village -> village / 1000 * 1000).distinct().forEach(this::townshipOf);
        });
    }

    /** Looks again at the cadres of the units that have these codes. */
    @Transactional
    void lookAgainAtCadresOf(Collection<Long> places) {
        standing.houseDoes(() -> {
            store.alone();
            past.forget();
            places.stream().distinct().forEach(this::cadresAt);
        });
    }

    private void townshipOf(long code) {
        var ground = new DivisionCode(code).ground();
        var today = time.today();
        var there = households.perVillage(ground, today);
        var covered = pairings.coveredPerVillage(ground, today);
        var figures = divisions.on(ground, Level.VILLAGE, today).stream()
                .map(village -> figure(
                        village.id(),
                        village.code().value(),
                        there.getOrDefault(village.code().value(), 0),
                        covered.getOrDefault(village.code().value(), 0)))
                .toList();
        store.putVillages(ground, figures, clock.instant());
        store.putHoldings(ground, pairings.loads(ground, today), clock.instant());
    }

    /** The two counts are read one after the other; a household that ends in between must not count as covered and gone. */
    private static VillageFigure figure(UUID village, long place, int households, int covered) {
        return new VillageFigure(village, place, households, Math.min(covered, households));
    }

    private void cadresAt(long place) {
        var ground = new Ground(place, place + 1);
        store.putCadres(ground, cadres.serving(ground, time.today()), clock.instant());
    }

    @Configuration
    static class Nightly {

        @Bean
        RecurringTask<Void> lookAgainAtNight(FigureKeeper keeper) {
            return Tasks.recurring("overview-figures", new Daily(CountyTime.ZONE, LocalTime.of(0, 10)))
                    .execute((instance, context) -> keeper.lookAgainEverywhere());
        }
    }
}
