package lianxin.overview;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.pairing.Pairings;
import lianxin.platform.CountyTime;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import lianxin.staff.Unit;
import lianxin.staff.Units;
import org.springframework.stereotype.Service;

/** Finds places, units, cadres and households on the caller's ground by name, pinyin initials, number or code. */
@Service
class Search {

    /** So many of each kind. */
    static final int EACH = 20;

    /** A unit's liaison sees few of many; so many are looked through for his. */
    private static final int LOOKED_THROUGH = 1_000;

    private final Divisions divisions;
    private final Units units;
    private final Cadres cadres;
    private final Households households;
    private final Pairings pairings;
    private final CountyTime time;
    private final Reads reads;

    Search(
            Divisions divisions,
            Units units,
            Cadres cadres,
            Households households,
            Pairings pairings,
            CountyTime time,
            Reads reads) {
        this.divisions = divisions;
        this.units = units;
        this.cadres = cadres;
        this.households = households;
        this.pairings = pairings;
        this.time = time;
        this.reads = reads;
    }

    Hits find(String words, Caller caller) {
        caller.may(Right.OVERVIEW_READ);
        var asked = words.strip();
        if (asked.isEmpty()) {
            return hits(asked, List.of(), List.of(), List.of(), List.of(), caller);
        }
        var places = divisions.search(asked, caller.ground(), EACH);
        return caller.unit() == null
                ? hits(
                        asked,
                        places,
                        units.search(asked, caller.ground(), EACH),
                        cadres.search(asked, caller.ground(), EACH),
                        households.search(asked, caller.ground(), EACH),
                        caller)
                : hits(
                        asked,
                        places,
                        unitsOf(asked, caller),
                        cadresOf(asked, caller),
                        householdsOf(asked, caller),
                        caller);
    }

    private List<Unit> unitsOf(String asked, Caller caller) {
        return units.search(asked, Ground.EVERYWHERE, LOOKED_THROUGH).stream()
                .filter(unit -> unit.id().equals(caller.unit()))
                .toList();
    }

    private List<Cadre> cadresOf(String asked, Caller caller) {
        return cadres.search(asked, Ground.EVERYWHERE, LOOKED_THROUGH).stream()
                .filter(cadre -> cadre.unit().equals(caller.unit()))
                .limit(EACH)
                .toList();
    }

    private List<Household> householdsOf(String asked, Caller caller) {
        var today = time.today();
        var own = cadres.of(Objects.requireNonNull(caller.unit()), today).stream()
                .map(Cadre::id)
                .collect(Collectors.toSet());
        var found = households.search(asked, Ground.EVERYWHERE, LOOKED_THROUGH);
        var contacts = pairings.contactsOf(found.stream().map(Household::id).toList(), today);
        return found.stream()
                .filter(household -> own.contains(contacts.get(household.id())))
                .limit(EACH)
                .toList();
    }

    private Hits hits(
            String words,
            List<Division> places,
            List<Unit> organisations,
            List<Cadre> people,
            List<Household> families,
            Caller caller) {
        reads.of(
                caller,
                Purpose.SEARCH,
                Stream.concat(people.stream().map(Cadre::id), families.stream().map(Household::id))
                        .toList());
        var today = time.today();
        var villages = divisions.byId(
                families.stream().map(Household::village).distinct().toList(), today);
        var above = divisions.byId(
                Stream.concat(places.stream(), villages.values().stream())
                        .map(Division::parent)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                today);
        return new Hits(
                words,
                places,
                organisations,
                people,
                families,
                villages,
                above,
                units.byId(people.stream().map(Cadre::unit).distinct().toList()));
    }
}
