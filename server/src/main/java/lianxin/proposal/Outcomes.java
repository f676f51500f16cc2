package lianxin.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lianxin.matcher.Ledger;
import lianxin.matcher.Matched;
import lianxin.muster.Criterion;
import lianxin.muster.Roster;
import org.jspecify.annotations.Nullable;

/** The matcher's answer in the words of the house: numbers become villages, cadres and households again. */
final class Outcomes {

    private Outcomes() {}

    /** The villages with their proposed pairs, one at a time. */
    static void villages(Roster roster, Matched answer, Consumer<Proposed> visitor) {
        var starts = roster.starts();
        var unitsOf = unitsOf(roster);
        for (int v = 0; v < roster.villages().size(); v++) {
            if (starts[v] < starts[v + 1]) {
                visitor.accept(village(roster, answer, v, starts[v], starts[v + 1], unitsOf.get(v)));
            }
        }
    }

    private static Proposed village(Roster roster, Matched answer, int v, int from, int to, List<UUID> units) {
        var problem = roster.problem();
        var spot = roster.villages().get(v);
        var cadres = new UUID[to - from];
        var previous = new UUID[to - from];
        var kinds = new short[to - from];
        var pinned = new ArrayList<UUID>();
        int kept = 0;
        int fresh = 0;
        long metres = 0;
        for (int h = from; h < to; h++) {
            int c = answer.cadreOf()[h];
            cadres[h - from] = roster.posts().get(c).cadre();
            previous[h - from] = roster.holder(h);
            kinds[h - from] = (short) problem.needClassOf(h);
            kept += roster.previous()[h] == c ? 1 : 0;
            fresh += roster.previous()[h] < 0 ? 1 : 0;
            metres += problem.distance(v, c);
            if (problem.pinOf(h) >= 0) {
                pinned.add(roster.households().get(h));
            }
        }
        return new Proposed(
                spot.id(),
                spot.place(),
                spot.x(),
                spot.y(),
                units,
                roster.households().slice(from, to),
                kinds,
                cadres,
                previous,
                pinned,
                List.of(),
                kept,
                fresh,
                metres,
                false);
    }

    private static List<List<UUID>> unitsOf(Roster roster) {
        var unitsOf = new ArrayList<List<UUID>>();
        roster.villages().forEach(_ -> unitsOf.add(new ArrayList<>()));
        for (int u = 0; u < roster.served().length; u++) {
            for (int v : roster.served()[u]) {
                if (!unitsOf.get(v).contains(roster.units().get(u))) {
                    unitsOf.get(v).add(roster.units().get(u));
                }
            }
        }
        return unitsOf;
    }

    /** What each cadre would hold. */
    static List<Load> loads(Roster roster, Matched answer) {
        int n = roster.posts().size();
        var load = new int[n];
        var gains = new int[n];
        var loses = new int[n];
        var villages = new ArrayList<List<Long>>();
        IntStream.range(0, n).forEach(_ -> villages.add(new ArrayList<>()));
        for (int h = 0; h < answer.cadreOf().length; h++) {
            int c = answer.cadreOf()[h];
            int was = roster.previous()[h];
            load[c]++;
            if (was != c) {
                gains[c]++;
                if (was >= 0 && was < n) {
                    loses[was]++;
                }
            }
            long place = roster.villages().get(roster.problem().villageOf(h)).place();
            var list = villages.get(c);
            if (list.isEmpty() || list.getLast() != place) {
                list.add(place); // households come village by village
            }
        }
        var loads = new ArrayList<Load>();
        for (int c = 0; c < n; c++) {
            loads.add(new Load(
                    roster.posts().get(c), load[c], gains[c], loses[c], villages.get(c), answer.cadrePrice()[c]));
        }
        return loads;
    }

    /** The whole in numbers, criterion by criterion. */
    static Totals totals(
            Roster roster, Matched answer, @Nullable Steadiness steadiness, @Nullable Compactness compactness) {
        var ledger = Ledger.of(roster.problem(), answer);
        var prices = new EnumMap<Criterion, Long>(Criterion.class);
        prices.put(Criterion.NEAR, ledger.distancePrice());
        prices.put(Criterion.KNOWN, ledger.changePrice());
        prices.put(Criterion.EVEN, ledger.loadPrice());
        long led = 0;
        int kept = 0;
        int fresh = 0;
        for (int h = 0; h < answer.cadreOf().length; h++) {
            int c = answer.cadreOf()[h];
            led += roster.policy()
                    .unled(
                            roster.kinds().get(roster.problem().needClassOf(h)),
                            roster.posts().get(c).leader());
            kept += roster.previous()[h] == c ? 1 : 0;
            fresh += roster.previous()[h] < 0 ? 1 : 0;
        }
        prices.put(Criterion.LEADS, led);
        prices.put(Criterion.SKILLED, ledger.skillPrice() - led);
        var loads = new TreeMap<Integer, Integer>();
        Arrays.stream(ledger.load()).forEach(load -> loads.merge(load, 1, Integer::sum));
        int households = roster.households().size();
        return new Totals(
                households,
                roster.posts().size(),
                roster.villages().size(),
                ledger.metres(),
                kept,
                households - kept - fresh,
                fresh,
                roster.unplaced(),
                prices,
                loads,
                roster.kinds(),
                steadiness,
                compactness);
    }
}
