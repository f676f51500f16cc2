package lianxin.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What may be seen at a place on a day. Today is read from what is kept; any other day is asked of the rooms.
 *
 * <p>A unit's liaison sees the figures of his unit's cadres and none of the villages.
 */
@Service
class Figures {

    /** Up to so many cadres are asked one by one, as the index has them; more are counted in one go. */
    private static final int FEW = 200;

    private final FigureStore store;
    private final Divisions divisions;
    private final Households households;
    private final Cadres cadres;
    private final Pairings pairings;
    private final PastLoads past;
    private final CountyTime time;

    Figures(
            FigureStore store,
            Divisions divisions,
            Households households,
            Cadres cadres,
            Pairings pairings,
            PastLoads past,
            CountyTime time) {
        this.store = store;
        this.divisions = divisions;
        this.households = households;
        this.cadres = cadres;
        this.pairings = pairings;
        this.past = past;
        this.time = time;
    }

    /** The villages of a place, by code. */
    List<VillageFigure> villages(Division place, LocalDate day, Caller caller) {
        var ground = groundOf(place, caller);
        if (day.equals(time.today())) {
            return store.villages(ground);
        }
        var there = households.perVillage(ground, day);
        var covered = pairings.coveredPerVillage(ground, day);
        return divisions.on(ground, Level.VILLAGE, day).stream()
                .map(village -> {
                    var code = village.code().value();
                    return new VillageFigure(
                            village.id(), code, there.getOrDefault(code, 0), covered.getOrDefault(code, 0));
                })
                .toList();
    }

    /** How the cadres of a place share the work; for a unit's liaison those of his unit. */
    Loads loads(Division place, LocalDate day, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place.code());
        if (day.equals(time.today())) {
            return store.loads(place.code().ground(), caller.unit(), day);
        }
        var byLoad = new TreeMap<Integer, Integer>();
        var exempt = new int[1];
        then(place, day, caller).forEach(figure -> {
            if (figure.idle(day) || figure.load() > 0) {
                byLoad.merge(figure.load(), 1, Integer::sum);
            } else {
                exempt[0]++;
            }
        });
        return new Loads(byLoad, exempt[0]);
    }

    /** Cadres of a place who hold {@code from} to {@code to} households, by identity after {@code last}; the exempt who hold none are left out. */
    List<CadreFigure> cadres(Division place, LocalDate day, int from, int to, UUID last, int limit, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place.code());
        if (day.equals(time.today())) {
            return store.cadres(place.code().ground(), caller.unit(), day, from, to, last, limit);
        }
        return then(place, day, caller)
                .filter(figure -> from <= figure.load() && figure.load() <= to)
                .filter(figure -> figure.load() > 0 || figure.idle(day))
                .filter(figure -> figure.cadre().toString().compareTo(last.toString()) > 0)
                .limit(limit)
                .toList();
    }

    /** Households of a place without a contact; at most {@code limit}. */
    List<Household> uncovered(Division place, LocalDate day, int limit, Caller caller) {
        return pairings.uncovered(groundOf(place, caller), day, limit);
    }

    /** One page of a village's households, by identity after {@code last}, with who looks after each. */
    List<Held> households(Division village, LocalDate day, UUID last, int limit, Caller caller) {
        groundOf(village, caller);
        var page = households.inVillage(village.code().value(), day, last, limit);
        var contacts = pairings.contactsOf(page.stream().map(Household::id).toList(), day);
        var known = cadres.byId(contacts.values());
        return page.stream()
                .map(household -> {
                    var contact = contacts.get(household.id());
                    return new Held(household, contact == null ? null : known.get(contact));
                })
                .toList();
    }

    /** Exemptions of cadres without households that end within {@code days} days from today. */
    int exemptionsEnding(Division place, int days, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place.code());
        return store.exemptionsEnding(
                place.code().ground(), time.today(), time.today().plusDays(days));
    }

    /** How old the kept figures of a place are; null when none are kept. */
    @Nullable
    Age age(Division place) {
        return store.age(place.code().ground());
    }

    private static Ground groundOf(Division place, Caller caller) {
        caller.may(Right.OVERVIEW_READ, place.code());
        if (caller.unit() != null) {
            throw OverviewRefusal.NOT_FOR_A_UNIT.because();
        }
        return place.code().ground();
    }

    private Stream<CadreFigure> then(Division place, LocalDate day, Caller caller) {
        var unit = caller.unit();
        var ground = place.code().ground();
        var all = cadres.countServing(ground, day) > FEW
                ? past.on(day).stream().filter(figure -> ground.contains(figure.place()))
                : cadres.serving(ground, day).stream()
                        .map(cadre -> CadreFigure.of(cadre, pairings.load(cadre.id(), day)));
        return all.filter(figure -> unit == null || unit.equals(figure.unit()));
    }
}
