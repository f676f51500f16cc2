package lianxin.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.platform.CountyTime;
import lianxin.registry.Household;
import lianxin.scheme.Schemes;
import org.springframework.stereotype.Component;

/** Whose turn it is. */
@Component
public class Turns {

    /** Months a phone and a page look back. */
    public static final int MONTHS = 12;

    private final VisitStore store;
    private final OccasionStore occasions;
    private final Deferrals deferrals;
    private final Schemes schemes;
    private final Lists lists;
    private final Clock clock;

    Turns(VisitStore store, OccasionStore occasions, Deferrals deferrals, Schemes schemes, Lists lists, Clock clock) {
        this.store = store;
        this.occasions = occasions;
        this.deferrals = deferrals;
        this.schemes = schemes;
        this.lists = lists;
        this.clock = clock;
    }

    /** When each household’s turn is, for those of a round; a household that is not among {@code homes} is left out. */
    public List<Turn> of(List<Round> round, Map<UUID, Household> homes, LocalDate today) {
        var ids = round.stream().map(Round::household).toList();
        var lastMet = store.lastMet(ids);
        var happened = occasions.of(ids, today.minusMonths(MONTHS)).stream()
                .collect(Collectors.groupingBy(Occasion::household));
        var put = deferrals.of(ids, today);
        var rules = schemes.inForce(today).rules();
        var first = lists.firstDays(today);
        var quiet = lists.quietTimes(today);
        return round.stream()
                .filter(r -> homes.containsKey(r.household()))
                .map(r -> TurnRules.turn(
                        r.household(),
                        r.since(),
                        rules.care(Objects.requireNonNull(homes.get(r.household()))
                                        .needs())
                                .everyDays(),
                        first,
                        lastMet.get(r.household()),
                        happened.getOrDefault(r.household(), List.of()),
                        put.get(r.household()),
                        quiet,
                        today))
                .toList();
    }

    /** The figures of a round, whose turns are {@code turns}. */
    public Figures figures(List<Turn> turns, LocalDate today) {
        var year = today.minusMonths(MONTHS);
        var ids = turns.stream().map(Turn::household).toList();
        return new Figures(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                turns.size(),
                (int) turns.stream().filter(t -> t.due(today)).count(),
                (int) turns.stream()
                        .filter(t -> t.lastMet() != null
                                && !Objects.requireNonNull(t.lastMet()).isBefore(year))
                        .count(),
                store.needs(ids, year.atStartOfDay(CountyTime.ZONE).toInstant()));
    }
}
