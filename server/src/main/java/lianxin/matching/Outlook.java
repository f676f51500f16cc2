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

    /** A part of the ground and its villages. */
    public record Part(Division division, List<MatchedVillage> villages) {

        public int families() {
            return villages.stream().mapToInt(MatchedVillage::families).sum();
        }

        public long changed() {
            return villages.stream().filter(MatchedVillage::changed).count();
        }

        public int parted() {
            return villages.stream().mapToInt(MatchedVillage::parted).sum();
        }

        public long shared() {
            return villages.stream().filter(v -> v.units().size() > 1).count();
        }
    }

    /** A match at a place: its parts when they are larger than villages, and the villages themselves. */
    public record Sight(
            Division place, List<Part> parts, List<MatchedVillage> villages, List<Burden> burdens, Names names) {}

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
