package lianxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import lianxin.matcher.Aggregated;
import lianxin.matcher.Certificate;
import lianxin.matcher.Country;
import lianxin.matcher.Flow;
import lianxin.matcher.Infeasible;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Named;
import lianxin.matcher.Problem;
import lianxin.matcher.Small;
import lianxin.matcher.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Solvers that share nothing with ours, on the problem with every household by name: the same price, or the same «not feasible». */
class PeersTest {

    private static final int SMALL = 6_000;

    private final Peer orTools = new OrTools();
    private final Peer jGraphT = new JGraphT();

    @Test
    void allSolversAgreeOnThousandsOfSmallProblems() {
        int feasible = 0;
        for (long seed = 0; seed < SMALL; seed++) {
            var p = Small.problem(seed);
            long ours = ours(p);
            assertThat(price(orTools, new Named(p)))
                    .as("OR-Tools, seed %d", seed)
                    .isEqualTo(ours);
            assertThat(price(jGraphT, new Named(p)))
                    .as("JGraphT, seed %d", seed)
                    .isEqualTo(ours);
            feasible += ours >= 0 ? 1 : 0;
        }
        assertThat(feasible).isBetween(1_000, SMALL - 1_000); // both answers have been asked for
    }

    @ParameterizedTest
    @EnumSource(Country.Kind.class)
    void allSolversAgreeOnEveryKindOfGround(Country.Kind kind) {
        for (long seed = 0; seed < 12; seed++) {
            var p = new Country(14, 5, 60, 900, kind, seed).problem();
            long ours = ours(p);
            assertThat(price(orTools, new Named(p))).as("seed %d", seed).isEqualTo(ours);
            long aggregated = price(orTools, new Aggregated(p));
            if (ours >= 0) {
                assertThat(aggregated)
                        .as("the flow over groups is a relaxation, seed %d", seed)
                        .isBetween(0L, ours);
            }
        }
    }

    /** One household is given to somebody else, or the proof is bent: what is accepted is still a cheapest assignment. */
    @Test
    void nothingButACheapestAssignmentIsAccepted() {
        int refused = 0;
        for (long seed = 0; seed < SMALL; seed++) {
            var p = Small.problem(seed);
            if (!(Matcher.solve(p, Watch.none()) instanceof Matched m)) {
                continue;
            }
            var r = new Random(seed);
            var cadreOf = m.cadreOf().clone();
            int h = r.nextInt(p.households());
            cadreOf[h] = r.nextInt(p.cadres());
            var moved = new Matched(cadreOf, p.price(cadreOf), m.cadrePrice());
            boolean cheapest = feasible(p, cadreOf) && p.price(cadreOf) == m.price();
            assertThat(Certificate.check(p, moved).accepted())
                    .as("moved, seed %d", seed)
                    .isEqualTo(cheapest);
            refused += cheapest ? 0 : 1;

            var bent = m.cadrePrice().clone();
            bent[r.nextInt(bent.length)] += r.nextInt(-40, 41);
            var verdict = Certificate.check(p, new Matched(m.cadreOf(), m.price(), bent));
            assertThat(verdict.bound()).as("bent, seed %d", seed).isLessThanOrEqualTo(BigInteger.valueOf(m.price()));

            var cheap = new Matched(m.cadreOf(), m.price() - 1, m.cadrePrice());
            assertThat(Certificate.check(p, cheap).accepted())
                    .as("a better price, seed %d", seed)
                    .isFalse();
        }
        assertThat(refused).isGreaterThan(SMALL / 10);
    }

    private static long ours(Problem p) {
        return switch (Matcher.solve(p, Watch.none())) {
            case Matched m -> {
                assertThat(Certificate.check(p, m).faults()).isEmpty();
                yield m.price();
            }
            case Infeasible _ -> -1;
            default -> throw new AssertionError("called off by nobody");
        };
    }

    private static long price(Peer peer, Flow flow) {
        long price = peer.of(flow).solve();
        return price == Peer.NONE ? -1 : price + flow.constant();
    }

    private static boolean feasible(Problem p, int[] cadreOf) {
        var load = new int[p.cadres()];
        for (int h = 0; h < cadreOf.length; h++) {
            if (!p.allows(h, cadreOf[h])) {
                return false;
            }
            load[cadreOf[h]]++;
        }
        for (int c = 0; c < load.length; c++) {
            if (load[c] < p.lower(c) || load[c] > p.upper(c)) {
                return false;
            }
        }
        return true;
    }
}
