package lianxin.phone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.region.Divisions;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.registry.NeedCategory;
import lianxin.visit.Figures;
import lianxin.visit.Round;
import lianxin.visit.Rounds;
import lianxin.visit.Turn;
import lianxin.visit.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Households as a phone holds them: what happened there in the last twelve months, what was promised, when its turn is. */
@Component
class Homes {

    private final Households households;
    private final HouseholdStory story;
    private final Turns turns;
    private final Rounds rounds;
    private final Divisions divisions;

    Homes(Households households, HouseholdStory story, Turns turns, Rounds rounds, Divisions divisions) {
        this.rounds = rounds;
        this.households = households;
        this.story = story;
        this.turns = turns;
        this.divisions = divisions;
    }

    /** Those of {@code round}, by household; those the caller does not see are missing. */
    Map<UUID, Sync.Home> of(List<Round> round, LocalDate today, Caller caller) {
        var ids = round.stream().map(Round::household).toList();
        var homes = households.byId(ids);
        var told = story.of(ids, today, caller);
        var turn =
                turns.of(round, homes, today).stream().collect(Collectors.toMap(Turn::household, Function.identity()));
        var categories = households.needCategories();
        return round.stream()
                .filter(r -> homes.containsKey(r.household()))
                .collect(Collectors.toMap(
                        Round::household,
                        r -> home(
                                Objects.requireNonNull(homes.get(r.household())),
                                r,
                                Objects.requireNonNull(turn.get(r.household())),
                                told,
                                categories,
                                today),
                        (one, _) -> one));
    }

    /** The caller’s round. */
    List<Round> round(Caller caller, LocalDate today) {
        return rounds.of(caller, today);
    }

    /** The figures of a round. */
    Figures figures(List<Round> round, LocalDate today) {
        var homes = households.byId(round.stream().map(Round::household).toList());
        return turns.figures(turns.of(round, homes, today), today);
    }

    private Sync.Home home(
            Household home,
            Round round,
            Turn turn,
            HouseholdStory.Told told,
            Map<String, NeedCategory> categories,
            LocalDate today) {
        var deferral = told.deferral(home.id());
        return new Sync.Home(
                home.id(),
                home.key(),
                home.head(),
                home.group(),
                home.size(),
                new Sync.Village(
                        Long.toString(home.place()),
                        divisions
                                .find(new lianxin.region.DivisionCode(home.place()), today)
                                .map(d -> d.name())
                                .orElse("")),
                null,
                home.needs().stream()
                        .map(code -> flag(code, categories.get(code)))
                        .toList(),
                round.since(),
                new Sync.Due(turn.on(), turn.why().name(), turn.occasion(), turn.every()),
                deferral == null ? null : new Sync.Deferred(deferral.until(), deferral.reason()),
                told.visits(home.id()),
                told.occasions(home.id()),
                told.promises(home.id()),
                told.cases(home.id()));
    }

    private static Sync.Flag flag(String code, @Nullable NeedCategory category) {
        return category == null
                ? new Sync.Flag(code, code, code)
                : new Sync.Flag(code, category.nameZh(), category.nameEn());
    }
}
