package lianxin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianxin.overview.CountyMap.Point;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CountyMapTest {

    @Test
    void drawsElevenCountiesInFewCorners() {
        var map = new CountyMap(JsonMapper.shared());
        assertThat(map.shapes()).hasSize(11).doesNotContainKey(370871000000L);
        assertThat(map.shapes().values()).allSatisfy(shape -> {
            assertThat(shape.path()).startsWith("M").endsWith("Z").hasSizeLessThan(6_000);
            assertThat(shape.x()).isBetween(0.0, (double) CountyMap.WIDTH);
            assertThat(shape.y()).isBetween(0.0, (double) map.height());
        });
    }

    @Test
    void bothSidesOfABorderLoseTheSameCorners() {
        // Two squares with a jagged border between them.
        var border = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> new Point(10 + (i % 2) * 0.1, i))
                .toList();
        var left = new java.util.ArrayList<>(border);
        left.addAll(List.of(new Point(0, 40), new Point(0, 20), new Point(0, 0)));
        var right = new java.util.ArrayList<>(border.reversed());
        right.addAll(List.of(new Point(20, 0), new Point(20, 20), new Point(20, 40)));

        var simple = CountyMap.simplify(new HashMap<>(Map.of(1L, (List<Point>) left, 2L, right)));

        var here = simple.get(1L).stream().filter(border::contains).toList();
        var there = simple.get(2L).stream().filter(border::contains).toList();
        assertThat(here).hasSizeLessThan(border.size() / 2).isEqualTo(there.reversed());
        assertThat(here).contains(border.getFirst(), border.getLast());
    }
}
