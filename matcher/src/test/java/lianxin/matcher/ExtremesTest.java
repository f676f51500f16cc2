package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shapes no county has, but some spreadsheet will. */
class ExtremesTest {

    @Test
    void oneHouseholdEach() {
        proven(one(1_000, 1_000, 1, 1, 1, 5_000));
    }

    @Test
    void oneGiantVillageAndUnitAllAtOnePlace() {
        proven(one(40_000, 300, 1, 133, 140, 0));
    }

    @Test
    void oneCadreForEverybody() {
        proven(one(20_000, 1, 0, 20_000, 20_000, 100));
    }

    @Test
    void limitsWithoutEnd() {
        proven(one(3_000, 5, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 1_000));
    }

    @Test
    void exclusionsThatLeaveOneChoice() {
        int n = 60;
        var b = Problem.builder(1, 1, 1, 1, n, n)
                .village(0, 0, 0)
                .needClass(0, 1, 100)
                .unit(0, 0);
        for (int c = 0; c < n; c++) {
            b.cadre(c, 0, 0, c, 0, 1, 1, 1, 0);
        }
        for (int h = 0; h < n; h++) {
            b.household(h, 0, 0, (h + 1) % n);
            for (int c = 0; c < n; c++) {
                if (c != h) {
                    b.exclude(h, c);
                }
            }
        }
        var m = proven(b.build());
        for (int h = 0; h < n; h++) {
            assertThat(m.cadreOf()[h]).isEqualTo(h);
        }
    }

    @Test
    void emptyVillagesAndIdleUnitsDisturbNobody() {
        var b = Problem.builder(3, 1, 1, 3, 3, 2)
                .village(0, 0, 0)
                .village(1, 5, 5)
                .village(2, 9, 9)
                .needClass(0, 1, 0);
        b.unit(0, 0).unit(1).unit(2, 1, 2);
        b.cadre(0, 0, 0, 0, 0, 1, 2, 2, 0).cadre(1, 1, 0, 0, 0, 0, 2, 2, 0).cadre(2, 2, 0, 0, 0, 0, 2, 2, 0);
        var m = proven(b.household(0, 0, 0, -1).household(1, 0, 0, -1).build());
        assertThat(m.cadreOf()).containsOnly(0);
    }

    @Test
    void aCadreOfAnIdleUnitCannotReachHisLowerLimit() {
        var b = Problem.builder(1, 1, 1, 2, 2, 1)
                .village(0, 0, 0)
                .needClass(0, 1, 0)
                .unit(0, 0)
                .unit(1);
        b.cadre(0, 0, 0, 0, 0, 0, 1, 1, 0).cadre(1, 1, 0, 0, 0, 1, 1, 1, 0);
        var no = (Infeasible) Matcher.solve(b.household(0, 0, 0, -1).build(), Watch.none());
        assertThat(no.bottlenecks()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Bottleneck.Kind.TOO_FEW_HOUSEHOLDS);
            assertThat(one.cadres()).containsExactly(1);
        });
        assertThat(no.lift().isEmpty()).isTrue();
        assertThat(no.ease().sum()).isPositive();
    }

    /** One village, one unit, positions within this field. */
    static Problem one(int households, int cadres, int lower, int target, int upper, int field) {
        var r = new Random(5);
        var b = Problem.builder(1, 2, 1, 1, cadres, households)
                .village(0, 0, 0)
                .needClass(0, 1, 50)
                .needClass(1, 3, 90)
                .unit(0, 0);
        for (int c = 0; c < cadres; c++) {
            b.cadre(c, 0, 0, r.nextInt(field + 1), r.nextInt(field + 1), lower, target, upper, 7);
        }
        for (int h = 0; h < households; h++) {
            b.household(h, 0, r.nextInt(2), r.nextInt(cadres));
        }
        return b.build();
    }

    static Matched proven(Problem p) {
        var m = (Matched) Matcher.solve(p, Watch.none());
        assertThat(Certificate.check(p, m).faults()).isEmpty();
        return m;
    }
}
