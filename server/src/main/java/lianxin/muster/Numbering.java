package lianxin.muster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lianxin.matcher.Problem;
import lianxin.muster.Roster.Spot;

/** Everything but the households as the matcher counts it: the v-th village, the u-th unit, the c-th cadre, the k-th kind of need. */
record Numbering(
        Policy policy,
        List<Spot> villages,
        List<List<String>> kinds,
        List<Post> posts,
        List<UUID> units,
        int[][] served) {

    /**
     * The problem, with the households of these villages and kinds.
     *
     * @param pins cadre by household, both as the matcher counts them
     */
    Problem problem(Homes homes, int[] previous, long[] excluded, Map<Integer, Integer> pins) {
        var unit = new HashMap<UUID, Integer>();
        units.forEach(u -> unit.put(u, unit.size()));
        var profiles = new LinkedHashMap<Profile, Integer>();
        posts.forEach(p -> profiles.putIfAbsent(new Profile(p.leader(), p.skills()), profiles.size()));
        var b = Problem.builder(
                villages.size(), kinds.size(), profiles.size(), served.length, posts.size(), homes.size());
        for (int v = 0; v < villages.size(); v++) {
            b.village(v, villages.get(v).x(), villages.get(v).y());
        }
        for (int k = 0; k < kinds.size(); k++) {
            var needs = kinds.get(k);
            b.needClass(k, policy.weight(needs), policy.change(needs));
            for (var profile : profiles.entrySet()) {
                b.skillPenalty(
                        k,
                        profile.getValue(),
                        policy.unskilled(needs, profile.getKey().skills())
                                + policy.unled(needs, profile.getKey().leader()));
            }
        }
        for (int u = 0; u < served.length; u++) {
            b.unit(u, served[u]);
        }
        for (int c = 0; c < posts.size(); c++) {
            var p = posts.get(c);
            int profile = profiles.getOrDefault(new Profile(p.leader(), p.skills()), 0);
            b.cadre(
                    c,
                    unit.getOrDefault(p.unit(), -1),
                    profile,
                    p.x(),
                    p.y(),
                    p.low(),
                    p.target(),
                    p.high(),
                    p.overload());
        }
        for (int h = 0; h < homes.size(); h++) {
            b.household(h, homes.villageOf(h), homes.kindOf(h), previous[h] < posts.size() ? previous[h] : -1);
        }
        for (long pair : excluded) {
            b.exclude((int) (pair >>> 32), (int) pair);
        }
        pins.forEach(b::pin);
        return b.build();
    }

    private record Profile(boolean leader, Set<String> skills) {}
}
