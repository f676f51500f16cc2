package lianxin.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pairings.Holding;
import lianxin.region.Ground;
import lianxin.scheme.Grounds;
import lianxin.scope.Standing;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Service;

/** Whether every contact is of a unit that serves the household's village (R96). Every pair on the ground is read for it. */
@Service
public class OffGrounds {

    private final Pairings pairings;
    private final Cadres cadres;
    private final Grounds grounds;
    private final Standing standing;

    OffGrounds(Pairings pairings, Cadres cadres, Grounds grounds, Standing standing) {
        this.pairings = pairings;
        this.cadres = cadres;
        this.grounds = grounds;
        this.standing = standing;
    }

    /** Where contacts come from a unit that does not serve the village, village by village; nowhere as long as nobody said which unit serves what. */
    public List<OffGround> on(Ground ground, LocalDate day) {
        var served = grounds.on(ground, day).stream()
                .collect(Collectors.groupingBy(
                        Grounds.UnitGround::unit, Collectors.mapping(Grounds.UnitGround::ground, Collectors.toList())));
        if (served.isEmpty()) {
            return List.of();
        }
        var held = pairings.holdings(ground, day);
        var unitOf = unitsOf(held);
        var found = new LinkedHashMap<OffGround, Integer>();
        for (var one : held) {
            var unit = Objects.requireNonNull(unitOf.get(one.cadre()));
            if (served.getOrDefault(unit, List.of()).stream().noneMatch(g -> g.contains(one.place()))) {
                found.merge(new OffGround(one.place(), unit, 0), one.households(), Integer::sum);
            }
        }
        return found.entrySet().stream()
                .map(f -> new OffGround(f.getKey().village(), f.getKey().unit(), f.getValue()))
                .toList();
    }

    /** Asked as the house: a contact may have come from beyond the city, where the caller sees nobody. */
    private Map<UUID, UUID> unitsOf(List<Holding> held) {
        var all = held.stream().map(Holding::cadre).distinct().toList();
        return standing.house(() -> cadres.byId(all)).values().stream()
                .collect(Collectors.toMap(Cadre::id, Cadre::unit));
    }
}
