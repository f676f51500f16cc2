package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InfeasibleTest {

    static final int PROBLEMS = 6_000;

    @Test
    void bottlenecksAreTrueAndTheSmallest() {
        int found = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Infeasible no) {
                found++;
                assertThat(no.bottlenecks()).as("seed %d", seed).isNotEmpty();
                long short_ = 0;
                int crowd = 0;
                long missing = 0;
                int waiting = 0;
                for (var b : no.bottlenecks()) {
                    switch (b.kind()) {
                        case TOO_FEW_PLACES -> {
                            if (b.villages().length > 0 || p.pinOf(b.households()[0]) < 0) {
                                assertThat(placesAddUp(p, b))
                                        .as("seed %d: %s", seed, b)
                                        .isTrue();
                                short_ += b.need() - b.room();
                                crowd |= crowd(p, b);
                            }
                        }
                        case TOO_FEW_HOUSEHOLDS -> {
                            assertThat(householdsAddUp(p, b))
                                    .as("seed %d: %s", seed, b)
                                    .isTrue();
                            missing += b.need() - b.room();
                            waiting |= set(b.cadres());
                        }
                        case NOBODY_ELIGIBLE -> {
                            for (int h : b.households()) {
                                assertThat(neighbours(p, 1 << h)).isZero();
                            }
                            short_ += b.need();
                            crowd |= set(b.households());
                        }
                    }
                }
                var places = worstCrowd(p);
                assertThat(short_).as("seed %d", seed).isEqualTo(places[0]);
                assertThat(crowd).as("seed %d", seed).isEqualTo((int) places[1]);
                var cadres = worstWait(p);
                assertThat(missing).as("seed %d", seed).isEqualTo(cadres[0]);
                assertThat(waiting).as("seed %d", seed).isEqualTo((int) cadres[1]);
            }
        }
        assertThat(found).isGreaterThan(PROBLEMS / 5);
    }

    @Test
    void theLimitsToMoveAreTheFewestAndTheCheapest() {
        int cured = 0;
        int eased = 0;
        int both = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            var p = Small.problem(seed);
            if (Matcher.solve(p, Watch.none()) instanceof Infeasible no) {
                var least = EverythingTried.fewestLifts(p);
                assertThat(no.curable()).as("seed %d", seed).isEqualTo(least != null);
                if (least != null) {
                    cured++;
                    eased += no.ease().isEmpty() ? 0 : 1;
                    both += no.ease().isEmpty() || no.lift().isEmpty() ? 0 : 1;
                    assertThat(no.lift().sum() + no.ease().sum())
                            .as("seed %d", seed)
                            .isEqualTo(least >> 40);
                    assertThat(Matcher.solve(moved(p, no.lift(), no.ease()), Watch.none()))
                            .as("seed %d", seed)
                            .isInstanceOfSatisfying(
                                    Matched.class, m -> assertThat(m.price()).isEqualTo(least & ((1L << 40) - 1)));
                }
            }
        }
        assertThat(cured).isGreaterThan(100);
        assertThat(eased).isGreaterThan(100);
        assertThat(both).isGreaterThan(10);
    }

    @Test
    void namesTheVillageAndTheNumbers() {
        var b = Problem.builder(2, 1, 1, 2, 2, 5)
                .village(0, 0, 0)
                .village(1, 9000, 0)
                .needClass(0, 1, 0);
        b.unit(0, 0).unit(1, 1).cadre(0, 0, 0, 0, 0, 1, 2, 2, 0).cadre(1, 1, 0, 9000, 0, 1, 5, 9, 0);
        for (int h = 0; h < 4; h++) {
            b.household(h, 0, 0, -1);
        }
        b.household(4, 1, 0, -1);
        var no = (Infeasible) Matcher.solve(b.build(), Watch.none());
        assertThat(no.bottlenecks()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Bottleneck.Kind.TOO_FEW_PLACES);
            assertThat(one.villages()).containsExactly(0);
            assertThat(one.cadres()).containsExactly(0);
            assertThat(List.of(one.need(), one.room())).containsExactly(4L, 2L);
        });
        assertThat(no.lift().cadre()).containsExactly(0);
        assertThat(no.lift().by()).containsExactly(2);
    }

    /** Two villages are short of places in a ground that hangs together by a third, which has enough. */
    @Test
    void tellsBottlenecksApartWhereAllHangsTogether() {
        var b = Problem.builder(3, 1, 1, 4, 4, 9)
                .village(0, 0, 0)
                .village(1, 5_000, 0)
                .village(2, 9_000, 0)
                .needClass(0, 1, 0);
        b.unit(0, 0).unit(1, 2).unit(2, 0, 1).unit(3, 1, 2);
        b.cadre(0, 0, 0, 0, 0, 0, 1, 1, 0).cadre(1, 1, 0, 9_000, 0, 0, 1, 1, 0);
        b.cadre(2, 2, 0, 4_000, 0, 0, 2, 2, 0).cadre(3, 3, 0, 6_000, 0, 0, 2, 2, 0);
        for (int h = 0; h < 9; h++) {
            b.household(h, h < 4 ? 0 : 2, 0, -1); // nobody lives in the third
        }
        var p = b.build();
        assertThat(new Parts(p).count).isEqualTo(1);
        var no = (Infeasible) Matcher.solve(p, Watch.none());
        assertThat(no.bottlenecks())
                .extracting(one -> List.of(one.villages()[0], one.need(), one.room()))
                .containsExactlyInAnyOrder(List.of(0, 4L, 3L), List.of(2, 5L, 3L));
        assertThat(no.bottlenecks())
                .allSatisfy(one -> assertThat(one.villages()).hasSize(1));
        assertThat(no.lift().sum()).isEqualTo(3);
    }

    static Problem moved(Problem p, Infeasible.Lift lift, Infeasible.Lift ease) {
        var again = new Again(p);
        for (int i = 0; i < lift.cadre().length; i++) {
            again.upper[lift.cadre()[i]] += lift.by()[i];
        }
        for (int i = 0; i < ease.cadre().length; i++) {
            again.lower[ease.cadre()[i]] -= ease.by()[i];
        }
        return again.builder().build();
    }

    /** The households a bottleneck speaks of: those of its villages that are not pinned and have anybody at all, and those it names. */
    static int crowd(Problem p, Bottleneck b) {
        int crowd = set(b.households());
        for (int h = 0; h < p.households(); h++) {
            boolean here = Arrays.binarySearch(b.villages(), p.villageOf(h)) >= 0;
            if (here && p.pinOf(h) < 0 && neighbours(p, 1 << h) != 0) {
                crowd |= 1 << h;
            }
        }
        return crowd;
    }

    static boolean placesAddUp(Problem p, Bottleneck b) {
        int crowd = crowd(p, b);
        return neighbours(p, crowd) == set(b.cadres())
                && b.need() == Integer.bitCount(crowd)
                && b.room() == room(p, set(b.cadres()))
                && b.need() > b.room();
    }

    static boolean householdsAddUp(Problem p, Bottleneck b) {
        int cadres = set(b.cadres());
        return b.need() == asked(p, cadres) && b.room() == mayCome(p, cadres) && b.need() > b.room();
    }

    /** The most households that too few places are left for, and the smallest set of households for which it is so. */
    static long[] worstCrowd(Problem p) {
        long most = 0;
        int smallest = 0;
        for (int s = 0; s < 1 << p.households(); s++) {
            if ((s & pinned(p)) != 0) {
                continue;
            }
            long short_ = Integer.bitCount(s) - room(p, neighbours(p, s));
            if (short_ > most || (short_ == most && Integer.bitCount(s) < Integer.bitCount(smallest))) {
                most = short_;
                smallest = s;
            }
        }
        return new long[] {most, smallest};
    }

    static long[] worstWait(Problem p) {
        long most = 0;
        int smallest = 0;
        for (int s = 0; s < 1 << p.cadres(); s++) {
            long missing = asked(p, s) - mayCome(p, s);
            if (missing > most || (missing == most && Integer.bitCount(s) < Integer.bitCount(smallest))) {
                most = missing;
                smallest = s;
            }
        }
        return new long[] {most, smallest};
    }

    static int neighbours(Problem p, int households) {
        int cadres = 0;
        for (int h = 0; h < p.households(); h++) {
            for (int c = 0; c < p.cadres(); c++) {
                if ((households >> h & 1) == 1 && p.allows(h, c)) {
                    cadres |= 1 << c;
                }
            }
        }
        return cadres;
    }

    static long room(Problem p, int cadres) {
        return IntStream.range(0, p.cadres())
                .filter(c -> (cadres >> c & 1) == 1)
                .mapToLong(c -> Math.max(0, p.upper(c) - pinnedTo(p, c)))
                .sum();
    }

    static long asked(Problem p, int cadres) {
        return IntStream.range(0, p.cadres())
                .filter(c -> (cadres >> c & 1) == 1)
                .mapToLong(c -> Math.max(0, p.lower(c) - pinnedTo(p, c)))
                .sum();
    }

    static long mayCome(Problem p, int cadres) {
        return IntStream.range(0, p.households())
                .filter(h -> p.pinOf(h) < 0 && (neighbours(p, 1 << h) & cadres) != 0)
                .count();
    }

    static long pinnedTo(Problem p, int cadre) {
        return IntStream.range(0, p.households())
                .filter(h -> p.pinOf(h) == cadre)
                .count();
    }

    static int pinned(Problem p) {
        return IntStream.range(0, p.households())
                .filter(h -> p.pinOf(h) >= 0)
                .map(h -> 1 << h)
                .sum();
    }

    static int set(int[] members) {
        return Arrays.stream(members).map(i -> 1 << i).reduce(0, (a, b) -> a | b);
    }
}
