package lianxin.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Problem;
import lianxin.matcher.Stage;
import lianxin.matcher.Watch;
import lianxin.region.Ground;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.ContactScheme.Care;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against trying everything, on hundreds of small towns; and what it promises to the pairing that follows. */
class SearchTest {

    static final int TOWNS = 300;

    static ContactScheme scheme(int furtherUnit) {
        return new ContactScheme(
                3,
                new Care(182, 1, 20, 0, 0),
                Map.of("PETITION", new Care(30, 2, 30, 8, 25)),
                Map.of(),
                new ContactScheme.Matching(0, furtherUnit));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 60})
    void everyMatchIsExactForItsRelationsAndNeverBetterThanItsBound(int furtherUnit) {
        int matched = 0;
        int best = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            var town = new Town(seed, furtherUnit);
            var everything = new Everything(town.roll, town.roll.allowed());
            switch (Search.of(town.roll, new Patience())) {
                case Found.Plan plan -> {
                    matched++;
                    best += plan.price() == everything.least ? 1 : 0;
                    assertThat(town.price(plan.shares()))
                            .as("price, seed %s", seed)
                            .isEqualTo(plan.price());
                    assertThat(new Everything(town.roll, support(plan)).leastShares)
                            .as("exact for its relations, seed %s", seed)
                            .isEqualTo(plan.price() - town.further(plan.shares()));
                    assertThat(everything.least)
                            .as("between bound and price, seed %s", seed)
                            .isBetween(plan.bound(), plan.price());
                    assertThat(relations(plan))
                            .as("no circles, seed %s", seed)
                            .isLessThan(town.roll.villages().size()
                                    + town.roll.units().size());
                    if (furtherUnit == 0) {
                        assertThat(plan.price()).isEqualTo(plan.bound());
                    }
                }
                case Found.Stuck stuck -> {
                    assertThat(everything.least).as("seed %s", seed).isEqualTo(Long.MAX_VALUE);
                    assertThat(stuck.shortages())
                            .isNotEmpty()
                            .allMatch(s -> s.kind().equals("NOBODY_ELIGIBLE") || s.need() > s.room());
                }
                case Found.CalledOff() -> throw new AssertionError("nobody called");
            }
        }
        assertThat(matched).isBetween(TOWNS / 3, TOWNS - 1);
        assertThat(best).as("the best of all, of %s", matched).isGreaterThan(matched * 8 / 10);
    }

    @Test
    void thePairingThatFollowsAlwaysHasASolution() {
        int paired = 0;
        for (int seed = 0; seed < TOWNS; seed++) {
            var town = new Town(seed, 40);
            if (Search.of(town.roll, new Patience()) instanceof Found.Plan plan) {
                assertThat(Matcher.solve(town.pairing(support(plan)), Watch.none()))
                        .as("seed %s", seed)
                        .isInstanceOf(Matched.class);
                paired++;
            }
        }
        assertThat(paired).isGreaterThan(TOWNS / 3);
    }

    @Test
    void theSameRollHasTheSameMatch() {
        for (int seed = 0; seed < 50; seed++) {
            if (Search.of(new Town(seed, 40).roll, new Patience()) instanceof Found.Plan one
                    && Search.of(new Town(seed, 40).roll, new Patience()) instanceof Found.Plan two) {
                assertThat(one.shares()).isDeepEqualTo(two.shares());
                assertThat(one.worth()).isEqualTo(two.worth());
            }
        }
    }

    @Test
    void aSearchNobodyWantsStops() {
        var patience = new Patience();
        patience.cancelled = true;
        assertThat(Search.of(new Town(1, 40).roll, patience)).isInstanceOf(Found.CalledOff.class);
    }

    static BitSet[] support(Found.Plan plan) {
        return Arrays.stream(plan.shares())
                .map(units -> IntStream.range(0, units.length)
                        .filter(u -> units[u] > 0)
                        .collect(BitSet::new, BitSet::set, BitSet::or))
                .toArray(BitSet[]::new);
    }

    static int relations(Found.Plan plan) {
        return Arrays.stream(support(plan)).mapToInt(BitSet::cardinality).sum();
    }

    /** Somebody who waits as long as it takes, until he does not. */
    static class Patience implements Search.Steps {
        boolean cancelled;

        @Override
        public void at(Stage stage, long done, long total) {}

        @Override
        public void closing(int done, int total) {}

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    /** Up to three villages and three units in one township or two, with people of their own. */
    static class Town {
        final Roll roll;
        final List<int[][]> cadres = new ArrayList<>();
        private final Random dice;

        Town(int seed, int furtherUnit) {
            dice = new Random(seed);
            var units = new ArrayList<Strength>();
            for (int u = 1 + dice.nextInt(3); u > 0; u--) {
                units.add(unit());
            }
            var villages = new ArrayList<Village>();
            for (int v = 1 + dice.nextInt(3); v > 0; v--) {
                villages.add(village(v, units));
            }
            roll = new Roll(scheme(furtherUnit), List.copyOf(villages), List.copyOf(units), 0);
        }

        private Strength unit() {
            var people = new int[1 + dice.nextInt(3)][];
            int low = 0;
            int high = 0;
            for (int c = 0; c < people.length; c++) {
                people[c] = new int[] {dice.nextInt(2), 0};
                people[c][1] = people[c][0] + 1 + dice.nextInt(2);
                low += people[c][0];
                high += people[c][1];
            }
            cadres.add(people);
            var reach = dice.nextInt(4) == 0 ? new Ground(1, 3) : new Ground(0, 9);
            int led = dice.nextInt(high + 1);
            return new Strength(
                    new UUID(0, dice.nextLong()),
                    1,
                    dice.nextInt(40),
                    dice.nextInt(40),
                    reach,
                    dice.nextInt(8) == 0,
                    people.length,
                    low,
                    Math.clamp(high - 1, low, high),
                    high,
                    led,
                    Map.of("PETITION", dice.nextInt(high + 1)),
                    dice.nextInt(10));
        }

        private Village village(int v, List<Strength> units) {
            var families = new HashMap<Set<String>, Integer>();
            for (int f = 1 + dice.nextInt(4); f > 0; f--) {
                families.merge(dice.nextInt(4) == 0 ? Set.of("PETITION") : Set.of(), 1, Integer::sum);
            }
            var serving = new HashSet<UUID>();
            var contacts = new HashMap<UUID, Integer>();
            var pinned = new HashSet<UUID>();
            for (var unit : units) {
                if (dice.nextInt(3) == 0) {
                    serving.add(unit.unit());
                    contacts.put(unit.unit(), dice.nextInt(2));
                }
                if (dice.nextInt(12) == 0) {
                    pinned.add(unit.unit());
                }
            }
            return new Village(
                    new UUID(1, v), v, dice.nextInt(40), dice.nextInt(40), families, contacts, serving, pinned);
        }

        long further(int[][] shares) {
            return Search.further(shares) * 100L * roll.scheme().matching().furtherUnit();
        }

        long price(int[][] shares) {
            long sum = further(shares);
            for (int u = 0; u < roll.units().size(); u++) {
                int load = 0;
                for (int v = 0; v < shares.length; v++) {
                    load += shares[v][u];
                    sum += shares[v][u] * roll.price(v, u);
                }
                long above = Math.max(0, load - roll.fair(u));
                sum += roll.overload(u) * above * (above + 1) / 2;
            }
            return sum;
        }

        /** The pairing of the same town: every cadre for himself, where his unit may serve. */
        Problem pairing(BitSet[] relations) {
            var people = cadres.stream().mapToInt(c -> c.length).sum();
            var b = Problem.builder(relations.length, 1, 1, cadres.size(), people, roll.families());
            b.needClass(0, 1, 0);
            int h = 0;
            for (int v = 0; v < relations.length; v++) {
                b.village(v, roll.villages().get(v).x(), roll.villages().get(v).y());
                for (int i = 0; i < roll.villages().get(v).size(); i++) {
                    b.household(h++, v, 0, -1);
                }
            }
            int c = 0;
            for (int u = 0; u < cadres.size(); u++) {
                int unit = u;
                b.unit(
                        u,
                        IntStream.range(0, relations.length)
                                .filter(v -> relations[v].get(unit))
                                .toArray());
                for (var limits : cadres.get(u)) {
                    b.cadre(c++, u, 0, 0, 0, limits[0], limits[1], limits[1], 0);
                }
            }
            return b.build();
        }
    }

    /** Every way to share out every village's families, tried. */
    static class Everything {
        final Roll roll;
        final BitSet[] allowed;
        final int[][] shares;
        long least = Long.MAX_VALUE;
        long leastShares = Long.MAX_VALUE;

        Everything(Roll roll, BitSet[] allowed) {
            this.roll = roll;
            this.allowed = allowed;
            shares = new int[allowed.length][roll.units().size()];
            share(0, 0, roll.villages().getFirst().size());
        }

        private void share(int v, int u, int left) {
            if (u == roll.units().size()) {
                if (left == 0 && v + 1 == allowed.length) {
                    judge();
                } else if (left == 0) {
                    share(v + 1, 0, roll.villages().get(v + 1).size());
                }
                return;
            }
            for (int some = allowed[v].get(u) ? left : 0; some >= 0; some--) {
                shares[v][u] = some;
                share(v, u + 1, left - some);
            }
            shares[v][u] = 0;
        }

        private void judge() {
            long sum = 0;
            for (int u = 0; u < roll.units().size(); u++) {
                int load = 0;
                for (int v = 0; v < shares.length; v++) {
                    load += shares[v][u];
                    sum += shares[v][u] * roll.price(v, u);
                }
                if (load < roll.units().get(u).low() || load > roll.room(u)) {
                    return;
                }
                long above = Math.max(0, load - roll.fair(u));
                sum += roll.overload(u) * above * (above + 1) / 2;
            }
            leastShares = Math.min(leastShares, sum);
            least = Math.min(
                    least,
                    sum
                            + Search.further(shares)
                                    * 100L
                                    * roll.scheme().matching().furtherUnit());
        }
    }
}
