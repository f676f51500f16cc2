package lianxin.overview;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.region.Division;
import lianxin.registry.Household;
import lianxin.staff.Cadre;
import lianxin.staff.Unit;

/**
 * What a search found, at most {@link Search#EACH} of a kind.
 *
 * @param villages villages of the households found, by identity
 * @param above the places above the places found, by identity
 * @param theirs units of the cadres found, by identity
 */
public record Hits(
        String words,
        List<Division> divisions,
        List<Unit> units,
        List<Cadre> cadres,
        List<Household> households,
        Map<UUID, Division> villages,
        Map<UUID, Division> above,
        Map<UUID, Unit> theirs) {

    /** How many things were found in all. */
    public int total() {
        return divisions.size() + units.size() + cadres.size() + households.size();
    }

    /** A place with the one above it, so that two villages of one name are told apart. */
    public String named(Division place) {
        var parent = place.parent() == null ? null : above.get(place.parent());
        return parent == null ? place.name() : parent.name() + " " + place.name();
    }
}
