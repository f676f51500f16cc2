package lianxin.muster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.pairing.Pairings;
import lianxin.region.Ground;
import lianxin.staff.Cadre;
import lianxin.staff.Units;
import org.springframework.stereotype.Component;

/** Cadres as the matcher knows them: where they are, and how many more they may hold here beside what they hold elsewhere. */
@Component
class Posts {

    /** The loads of more cadres than these are counted in one reading of all pairs. */
    private static final int MANY = 5_000;

    private final Units units;
    private final Pairings pairings;

    Posts(Units units, Pairings pairings) {
        this.units = units;
        this.pairings = pairings;
    }

    /**
     * Their posts, in their order.
     *
     * @param here how many households each of them holds on the ground
     * @param inside units that serve no place beyond the ground
     */
    List<Post> of(List<Cadre> serving, int[] here, Set<UUID> inside, Terrain terrain, Policy policy, LocalDate day) {
        var total = loads(serving, day);
        var offices = units.byId(serving.stream().map(Cadre::unit).collect(Collectors.toSet()));
        var posts = new ArrayList<Post>();
        for (int c = 0; c < serving.size(); c++) {
            var cadre = serving.get(c);
            int elsewhere = Math.max(0, total.getOrDefault(cadre.id(), 0) - here[c]);
            var limits = policy.limits(cadre);
            var at = terrain.of(Objects.requireNonNull(offices.get(cadre.unit())));
            int high = Math.max(0, limits.high() - elsewhere);
            int low = inside.contains(cadre.unit()) ? Math.max(0, limits.low() - elsewhere) : 0;
            posts.add(new Post(
                    cadre.id(),
                    cadre.unit(),
                    cadre.place(),
                    at.x(),
                    at.y(),
                    cadre.leader(),
                    Set.copyOf(cadre.skills()),
                    Math.min(low, high),
                    Math.clamp(limits.target() - (long) elsewhere, Math.min(low, high), high),
                    high,
                    elsewhere,
                    limits.overload()));
        }
        return List.copyOf(posts);
    }

    private Map<UUID, Integer> loads(List<Cadre> serving, LocalDate day) {
        return serving.size() > MANY
                ? pairings.loads(Ground.EVERYWHERE, day)
                : pairings.loadsOf(serving.stream().map(Cadre::id).toList(), day);
    }
}
