package lianxin.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import lianxin.region.Ground;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.ContactScheme.Care;

/** Prints how long a search takes on a made-up ground, and how far it may be from the best: {@code Stopwatch VILLAGES TOWNSHIPS UNITS SEED}. */
final class Stopwatch {

    private static final ContactScheme SCHEME = new ContactScheme(
            3,
            new Care(182, 1, 2_000, 0, 0),
            Map.of("LOW_INCOME", new Care(30, 2, 3_000, 400, 800), "PETITION", new Care(30, 2, 3_000, 800, 2_500)),
            Map.of(),
            new ContactScheme.Matching(5, 60_000));

    private Stopwatch() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        var roll = roll(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Long.parseLong(args[3]));
        for (int again = 0; again < 2; again++) {
            long began = System.nanoTime();
            var found = Search.of(roll, new SearchTest.Patience());
            var seconds = (System.nanoTime() - began) / 1e9;
            if (found instanceof Found.Plan plan) {
                System.out.printf(
                        "%,d families, %,d villages, %,d units: %.2f s, %d further units, at most %.3f %% above the best%n",
                        roll.families(),
                        roll.villages().size(),
                        roll.units().size(),
                        seconds,
                        Search.further(plan.shares()),
                        100.0 * (plan.price() - plan.bound()) / plan.bound());
            } else {
                System.out.println(found);
            }
        }
    }

    /** Townships on a square, one unit in each, all others at the middle; last year everybody served where it was convenient. */
    static Roll roll(int villages, int townships, int units, long seed) {
        var dice = new Random(seed);
        int side = (int) Math.ceil(Math.sqrt(townships));
        var centres = new ArrayList<int[]>();
        for (int t = 0; t < townships; t++) {
            centres.add(new int[] {(t % side) * 9_000, (t / side) * 9_000});
        }
        var offices = new ArrayList<UUID>();
        for (int u = 0; u < units; u++) {
            offices.add(new UUID(dice.nextLong(), u));
        }
        var places = new ArrayList<Village>();
        long families = 0;
        for (int v = 0; v < villages; v++) {
            int t = v * townships / villages;
            int size = 60 + dice.nextInt(600);
            int hard = size * dice.nextInt(25) / 100;
            families += size;
            var before = offices.get(dice.nextInt(4) == 0 ? t % units : dice.nextInt(units));
            var contacts = new HashMap<>(Map.of(before, size * 8 / 10));
            places.add(new Village(
                    new UUID(1, v),
                    t * 1_000L + v % 1_000,
                    centres.get(t)[0] + dice.nextInt(8_000),
                    centres.get(t)[1] + dice.nextInt(8_000),
                    Map.of(Set.of(), size - hard, Set.of("LOW_INCOME"), hard / 2 + 1, Set.of("PETITION"), hard / 2 + 1),
                    contacts,
                    Set.of(before),
                    Set.of()));
        }
        return new Roll(SCHEME, places, strengths(offices, townships, centres, families, dice), 0);
    }

    private static List<Strength> strengths(
            List<UUID> offices, int townships, List<int[]> centres, long families, Random dice) {
        var strengths = new ArrayList<Strength>();
        for (int u = 0; u < offices.size(); u++) {
            boolean local = u < townships;
            int cadres = Math.max(5, (int) (families / 21 / offices.size() * (0.4 + 1.2 * dice.nextDouble())));
            var at = centres.get(local ? u : townships / 2);
            strengths.add(new Strength(
                    offices.get(u),
                    u,
                    at[0] + 4_000,
                    at[1] + 4_000,
                    local ? new Ground(u * 1_000L, u * 1_000L + 1_000) : new Ground(0, Long.MAX_VALUE),
                    false,
                    cadres,
                    cadres,
                    cadres * 25,
                    cadres * 38,
                    cadres * 38 / 10,
                    Map.of("LOW_INCOME", dice.nextInt(cadres * 20), "PETITION", dice.nextInt(cadres * 10)),
                    100));
        }
        return strengths;
    }
}
