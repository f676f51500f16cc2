package lianxin.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.region.Division;
import lianxin.staff.Unit;

/** A match with names, as pages show it. */
public final class Outlook {

    private Outlook() {}

    /** A search and the place it is of. */
    public record Listed(Run run, String place) {}

    /** Names of units and villages. */
    public record Names(Map<UUID, Unit> units, Map<UUID, Division> villages) {

        public String unit(UUID id) {
            var unit = units.get(id);
            return unit == null ? "—" : unit.name();
        }

        public String village(UUID id) {
            var village = villages.get(id);
            return village == null ? "—" : village.name();
        }

        public String units(List<UUID> ids) {
            return ids.isEmpty()
                    ? "—"
                    : String.join("、", ids.stream().map(this::unit).toList());
        }

        public String serving(MatchedVillage village) {
            return units(
                    village.units().stream().map(MatchedVillage.Share::unit).toList());
        }
    }

    /**
     * Villages of a match, added up.
     *
     * @param parted families whose contact is of a unit that would no longer serve their village
     * @param shared villages that more than one unit would serve
     * @param changed villages that would have other units than before
     */
    public record Sum(int villages, int families, int parted, int shared, int changed) {

        static Sum of(List<MatchedVillage> villages) {
            return new Sum(
                    villages.size(),
                    villages.stream().mapToInt(MatchedVillage::families).sum(),
                    villages.stream().mapToInt(MatchedVillage::parted).sum(),
                    (int) villages.stream().filter(v -> v.units().size() > 1).count(),
                    (int) villages.stream().filter(MatchedVillage::changed).count());
        }
    }

    /**
     * A part of the ground.
     *
     * @param villages its villages one by one; empty on a ground so large that only their sum is shown
     */
    public record Part(Division division, Sum sum, List<MatchedVillage> villages) {}

    /** A match at a place. */
    public record Sight(Division place, Sum sum, List<Part> parts, Names names) {

        public List<MatchedVillage> villages() {
            return parts.stream().flatMap(p -> p.villages().stream()).toList();
        }

        public List<MatchedVillage> changed() {
            return villages().stream().filter(MatchedVillage::changed).toList();
        }
    }

    /**
     * What the units would carry, the fullest first.
     *
     * @param all how many there are, also those not shown
     */
    public record Burdens(List<Burden> shown, int all, Names names) {}

    /**
     * A village and why it has its units.
     *
     * @param pinned units it was given to by hand, with the reason
     * @param choices units that may be chosen by hand
     */
    public record Because(
            MatchedVillage village,
            Map<UUID, Burden> burdens,
            Map<UUID, String> pinned,
            List<Unit> choices,
            Names names) {

        /** The unit with the largest share. */
        public MatchedVillage.Share first() {
            return village.units().getFirst();
        }

        /** Whoever comes next; the last of the shares when there is anybody. */
        public java.util.Optional<MatchedVillage.Share> other() {
            return village.shares().stream().filter(MatchedVillage.Share::other).findFirst();
        }
    }

    /** A unit, what it would carry, and its villages. */
    public record Server(Unit unit, Burden burden, List<Part> parts, Names names) {

        /** Families of a village that would be the unit's. */
        public int of(MatchedVillage village) {
            return village.units().stream()
                    .filter(s -> s.unit().equals(unit.id()))
                    .mapToInt(MatchedVillage.Share::families)
                    .sum();
        }

        /** Its villages, by code. */
        public List<MatchedVillage> villages() {
            return parts.stream()
                    .flatMap(p -> p.villages().stream())
                    .filter(this::serves)
                    .toList();
        }

        public boolean serves(MatchedVillage village) {
            return village.units().stream().anyMatch(s -> s.unit().equals(unit.id()));
        }
    }

    /** An adoption, the place it is for, and who adopted it and took it back; empty names where nobody knows them any more. */
    public record Adopted(Adoption adoption, String place, String who, String undoneBy) {}

    /** Why there is no match. */
    public record Reason(List<Short> groups, Map<Unit, Integer> lifts) {}

    /** One group that cannot work out. */
    public record Short(String kind, List<String> villages, List<String> units, int all, long need, long room) {

        public long missing() {
            return need - room;
        }
    }
}
