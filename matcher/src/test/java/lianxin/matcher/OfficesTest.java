package lianxin.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfficesTest {

    @Test
    void whoDiffersInNothingSitsSideBySide() {
        var b = Problem.builder(1, 1, 2, 2, 7, 1).village(0, 0, 0).needClass(0, 1, 0);
        b.unit(0, 0).unit(1, 0);
        at(b, 0, 0, 0, 5); // like 3 and 6
        at(b, 1, 0, 1, 5); // another profile
        at(b, 2, 0, 0, 9); // another spot
        at(b, 3, 0, 0, 5);
        at(b, 4, 1, 0, 5); // another unit
        at(b, 5, 1, 1, 7);
        at(b, 6, 0, 0, 5);
        var offices = new Offices(b.household(0, 0, 0, -1).build());
        assertThat(offices.cadreAt).containsExactly(0, 3, 6, 1, 2, 4, 5);
        assertThat(offices.of).containsExactly(0, 0, 0, -1, -1, -1, -1);
        assertThat(offices.start).containsExactly(0);
        assertThat(offices.end).containsExactly(3);
        assertThat(offices.different()).isEqualTo(5);
    }

    private static void at(ProblemBuilder b, int cadre, int unit, int profile, int x) {
        b.cadre(cadre, unit, profile, x, 0, 0, 1, 2, 1);
    }
}
