package lianxin.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianxin.pairing.Pairings;
import lianxin.region.Ground;
import lianxin.scope.Standing;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Component;

/**
 * What every cadre held on a day gone by. Counting a city's pairs takes seconds, and whoever looks at a day looks at several pages of it; so
 * the last few days asked for are kept, until something changes here or ten minutes have passed.
 */
@Component
class PastLoads {

    private static final int DAYS = 4;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Cadres cadres;
    private final Pairings pairings;
    private final Standing standing;
    private final Clock clock;

    private final Map<LocalDate, Counted> kept = new LinkedHashMap<>(DAYS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Counted> eldest) {
            return size() > DAYS;
        }
    };

    PastLoads(Cadres cadres, Pairings pairings, Standing standing, Clock clock) {
        this.cadres = cadres;
        this.pairings = pairings;
        this.standing = standing;
        this.clock = clock;
    }

    /** Every cadre in scope on {@code day}, by identity. One asks, the others wait for his answer. */
    synchronized List<CadreFigure> on(LocalDate day) {
        var counted = kept.get(day);
        if (counted == null || counted.at().isBefore(clock.instant().minus(FRESH))) {
            counted = new Counted(standing.house(() -> count(day)), clock.instant());
            kept.put(day, counted);
        }
        return counted.figures();
    }

    /** Forgets everything: something changed, perhaps in the past. */
    synchronized void forget() {
        kept.clear();
    }

    private List<CadreFigure> count(LocalDate day) {
        var loads = pairings.loads(Ground.EVERYWHERE, day);
        return cadres.serving(Ground.EVERYWHERE, day).stream()
                .map(cadre -> CadreFigure.of(cadre, loads.getOrDefault(cadre.id(), 0)))
                .toList();
    }

    private record Counted(List<CadreFigure> figures, Instant at) {}
}
