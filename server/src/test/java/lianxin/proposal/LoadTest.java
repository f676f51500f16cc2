package lianxin.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lianxin.muster.Post;
import org.junit.jupiter.api.Test;

/** What moving one limit by one would save, from the price of a place and what his next household costs by itself. */
class LoadTest {

    @Test
    void onlyAFullCadreIsWorthAPlaceMore() {
        assertThat(load(9, 700).onePlaceMore()).isZero();
        assertThat(load(10, 700).onePlaceMore()).isEqualTo(700 - 3 * 100); // the third above his target
        assertThat(load(10, 200).onePlaceMore()).isZero();
    }

    @Test
    void onlyOneWhoHoldsNoMoreThanHeMustIsWorthAskingLessOf() {
        assertThat(load(4, -50).oneAskedLess()).isZero();
        assertThat(load(3, -50).oneAskedLess()).isEqualTo(50);
        assertThat(load(3, 50).oneAskedLess()).isZero();
    }

    private static Load load(int households, long price) {
        var post = new Post(UUID.randomUUID(), UUID.randomUUID(), 0, 0, 0, false, Set.of(), 3, 8, 10, 0, 100);
        return new Load(post, households, 0, 0, List.of(), price);
    }
}
