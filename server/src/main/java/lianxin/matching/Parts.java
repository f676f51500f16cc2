package lianxin.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.region.Ground;

/** A match that may hold in part: of each village, who should serve it now if the world is as it was left. */
record Parts(List<MatchedVillage> villages, Collection<Adoption> adoptions) {

    /** Whether the village's part has been adopted. */
    boolean adopted(MatchedVillage village) {
        return adoptions.stream().anyMatch(a -> a.holds() && a.ground().contains(village.place()));
    }

    boolean whole() {
        return villages.stream().allMatch(this::adopted);
    }

    /** Who serves the village if nothing else has happened since. */
    Set<UUID> expected(MatchedVillage village) {
        return adopted(village) ? units(village) : Set.copyOf(village.before());
    }

    List<MatchedVillage> in(Ground ground) {
        return villages.stream().filter(v -> ground.contains(v.place())).toList();
    }

    static Set<UUID> units(MatchedVillage village) {
        return village.units().stream().map(MatchedVillage.Share::unit).collect(Collectors.toSet());
    }
}
