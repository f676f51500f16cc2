package lianxin.matching;

import java.util.BitSet;
import java.util.List;
import lianxin.scheme.ContactScheme;

/**
 * Everything a search knows, as it stood on one day. Never changed once read.
 *
 * @param villages with families, by code
 * @param units with cadres, by identity
 * @param unplaced villages without a position of their own
 */
record Roll(ContactScheme scheme, List<Village> villages, List<Strength> units, int unplaced) {

    /** Prices are kept in hundredths of a metre, so that means over a village's families lose nothing that matters. */
    static final int FINE = 100;

    int families() {
        return villages.stream().mapToInt(Village::size).sum();
    }

    /** What unit {@code u} costs each family of village {@code v}, on average, in hundredths of a metre. */
    long price(int v, int u) {
        var village = villages.get(v);
        int size = village.size();
        return (FINE * Criterion.sum(scheme, village, units.get(u)) + size / 2) / size;
    }

    /** What a family above the fair share costs the unit, as if its people shared them evenly, in hundredths of a metre. */
    long overload(int u) {
        var unit = units.get(u);
        return unit.overload() == 0 ? 0 : Math.max(1, FINE * unit.overload() / unit.cadres());
    }

    /** Families a unit may hold: its strength less the reserve, but never less than it must. */
    int room(int u) {
        var unit = units.get(u);
        return Math.max(
                unit.low(), (int) ((long) unit.high() * (100 - scheme.matching().reserve()) / 100));
    }

    /** Families a unit should hold when all carry alike: its part of the whole strength. */
    int fair(int u) {
        long strength = units.stream().mapToLong(Strength::target).sum();
        var unit = units.get(u);
        long fair = strength == 0 ? 0 : ((long) unit.target() * families() + strength / 2) / strength;
        return (int) Math.clamp(fair, unit.low(), room(u));
    }

    /** The units that may serve each village. */
    BitSet[] allowed() {
        return villages.stream()
                .map(village -> {
                    var may = new BitSet(units.size());
                    for (int u = 0; u < units.size(); u++) {
                        may.set(u, units.get(u).mayServe(village));
                    }
                    return may;
                })
                .toArray(BitSet[]::new);
    }

    /** Whether the relation stands whatever a search finds: by hand, or by another office's decision. */
    boolean fixed(int v, int u) {
        return units.get(u).guest()
                || villages.get(v).pinned().contains(units.get(u).unit());
    }
}
