package lianxin.matching;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.matching.MatchedVillage.Share;
import lianxin.muster.Fingerprint;

/** A plan in the words of the house: numbers become villages and units again. */
record Outcomes(Roll roll, Found.Plan plan) {

    /** Whether unit {@code u} would serve village {@code v}: it has families there, or the relation stood before the search. */
    private boolean serves(int v, int u) {
        var unit = roll.units().get(u);
        return plan.shares()[v][u] > 0
                || roll.villages().get(v).pinned().contains(unit.unit())
                || unit.guest() && unit.mayServe(roll.villages().get(v));
    }

    List<MatchedVillage> villages() {
        return IntStream.range(0, roll.villages().size())
                .mapToObj(this::village)
                .toList();
    }

    private MatchedVillage village(int v) {
        var village = roll.villages().get(v);
        var shares = new ArrayList<Share>();
        var serving = new HashSet<UUID>();
        for (int u = 0; u < roll.units().size(); u++) {
            if (serves(v, u)) {
                shares.add(share(v, u, 0, false));
                serving.add(roll.units().get(u).unit());
            }
        }
        shares.sort(Comparator.comparing(Share::families).reversed());
        int next = next(v);
        if (next >= 0) {
            shares.add(share(v, next, cost(v, next) - least(v), true));
        }
        int parted = village.contacts().entrySet().stream()
                .filter(c -> !serving.contains(c.getKey()))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
        return new MatchedVillage(
                village.place(),
                village.id(),
                village.size(),
                village.serving().stream().sorted().toList(),
                parted,
                List.copyOf(shares));
    }

    private Share share(int v, int u, long more, boolean other) {
        var village = roll.villages().get(v);
        var unit = roll.units().get(u);
        return new Share(
                unit.unit(),
                plan.shares()[v][u],
                unit.metresTo(village),
                Criterion.NEAR.price(roll.scheme(), village, unit),
                Criterion.FIT.price(roll.scheme(), village, unit),
                Criterion.STAYS.price(roll.scheme(), village, unit),
                roll.fixed(v, u),
                other,
                more);
    }

    /** Who comes next: the cheapest of those that may serve the village and do not; -1 when there is nobody else. */
    private int next(int v) {
        int next = -1;
        long least = Long.MAX_VALUE;
        for (int u = 0; u < roll.units().size(); u++) {
            if (!serves(v, u) && roll.units().get(u).mayServe(roll.villages().get(v))) {
                long cost = cost(v, u);
                if (cost < least) {
                    least = cost;
                    next = u;
                }
            }
        }
        return next;
    }

    private long cost(int v, int u) {
        return roll.price(v, u) + plan.worth()[u];
    }

    private long least(int v) {
        return IntStream.range(0, roll.units().size())
                .filter(u -> plan.shares()[v][u] > 0)
                .mapToLong(u -> cost(v, u))
                .min()
                .orElse(0);
    }

    List<Burden> burdens() {
        var burdens = new ArrayList<Burden>();
        for (int u = 0; u < roll.units().size(); u++) {
            var unit = roll.units().get(u);
            burdens.add(new Burden(
                    unit.unit(),
                    unit.cadres(),
                    unit.low(),
                    roll.fair(u),
                    roll.room(u),
                    load(u),
                    roll.villages().stream()
                            .mapToInt(v -> v.contacts().getOrDefault(unit.unit(), 0))
                            .sum(),
                    plan.worth()[u],
                    unit.guest()));
        }
        return burdens;
    }

    private int load(int u) {
        return Arrays.stream(plan.shares()).mapToInt(units -> units[u]).sum();
    }

    Totals totals(List<MatchedVillage> villages) {
        var prices = new EnumMap<Criterion, Long>(Criterion.class);
        for (var village : villages) {
            for (var share : village.units()) {
                prices.merge(Criterion.NEAR, share.near() * share.families() / village.families(), Long::sum);
                prices.merge(Criterion.FIT, share.fit() * share.families() / village.families(), Long::sum);
                prices.merge(Criterion.STAYS, share.stays() * share.families() / village.families(), Long::sum);
            }
        }
        for (int u = 0; u < roll.units().size(); u++) {
            long above = Math.max(0, load(u) - roll.fair(u));
            prices.merge(Criterion.EVEN, roll.overload(u) * (above * (above + 1) / 2) / Roll.FINE, Long::sum);
        }
        int further = Search.further(plan.shares());
        prices.put(Criterion.FEW, (long) further * roll.scheme().matching().furtherUnit());
        return new Totals(
                roll.families(),
                villages.size(),
                roll.units().size(),
                roll.units().stream().mapToInt(Strength::cadres).sum(),
                villages.stream().mapToInt(v -> v.units().size()).sum(),
                further,
                (int) villages.stream().filter(MatchedVillage::changed).count(),
                villages.stream().mapToInt(MatchedVillage::parted).sum(),
                roll.unplaced(),
                prices,
                plan.price(),
                plan.bound());
    }

    /** Of everything that can change an answer. */
    static String fingerprint(Roll roll) {
        var all = new ByteArrayOutputStream();
        write(all, roll.scheme().toString());
        for (var v : roll.villages()) {
            var families = new TreeMap<String, Integer>();
            v.families().forEach((needs, count) -> families.put(new TreeSet<>(needs).toString(), count));
            write(
                    all,
                    v.id() + " " + v.x() + " " + v.y() + " " + families + new TreeMap<>(v.contacts())
                            + new TreeSet<>(v.serving()) + new TreeSet<>(v.pinned()));
        }
        roll.units().forEach(u -> write(all, u + " " + new TreeMap<>(u.skilled())));
        return Fingerprint.of(all.toByteArray());
    }

    private static void write(ByteArrayOutputStream all, String line) {
        all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
