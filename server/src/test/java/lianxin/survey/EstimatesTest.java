package lianxin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Level;
import lianxin.region.Locations.Location;
import org.junit.jupiter.api.Test;

/** Every place of Jining gets a point on its county's ground, near its township, always the same. */
class EstimatesTest {

    static final Map<Long, Shape> SHAPES = Estimates.shapes();
    static final List<Division> PLACES = jining();
    static final Map<UUID, Location> POINTS = points(PLACES);

    @Test
    void everyPlaceHasAPoint() {
        assertThat(POINTS).hasSize(5_098);
    }

    @Test
    void townshipsAndVillagesLieInTheirCounty() {
        assertThat(PLACES)
                .filteredOn(d -> d.level() == Level.TOWNSHIP || d.level() == Level.VILLAGE)
                .allSatisfy(d -> {
                    var point = at(POINTS, d);
                    var shape = SHAPES.get(d.code().value() / 1_000_000 * 1_000_000);
                    assertThat(
                                    shape == null
                                            ? SHAPES.values().stream()
                                                    .anyMatch(s -> s.contains(point.lon(), point.lat()))
                                            : shape.contains(point.lon(), point.lat()))
                            .as(d.name())
                            .isTrue();
                });
    }

    @Test
    void noTwoVillagesShareAPointAndMostAreNearestToTheirOwnTownship() {
        var townships = PLACES.stream().filter(d -> d.level() == Level.TOWNSHIP).toList();
        var villages = PLACES.stream().filter(d -> d.level() == Level.VILLAGE).toList();
        assertThat(villages.stream()
                        .map(v -> at(POINTS, v))
                        .map(p -> p.lon() + " " + p.lat())
                        .distinct())
                .hasSize(villages.size());
        var own = villages.stream().filter(v -> {
            var point = at(POINTS, v);
            return townships.stream()
                    .filter(t -> t.code().value() / 1_000_000 == v.code().value() / 1_000_000)
                    .min(java.util.Comparator.comparingDouble(t -> {
                        var seat = at(POINTS, t);
                        return Spread.apart(seat.lon(), seat.lat(), point.lon(), point.lat());
                    }))
                    .orElseThrow()
                    .id()
                    .equals(v.parent());
        });
        assertThat(own.count()).isGreaterThan(villages.size() * 98L / 100);
    }

    @Test
    void theSamePlacesGetTheSamePoints() {
        var again = jining();
        var points = points(again);
        for (var i = 0; i < PLACES.size(); i++) {
            var one = at(POINTS, PLACES.get(i));
            var two = at(points, again.get(i));
            assertThat(two.lon() == one.lon() && two.lat() == one.lat()).isTrue();
        }
    }

    static Location at(Map<UUID, Location> points, Division place) {
        return Objects.requireNonNull(points.get(place.id()));
    }

    static Map<UUID, Location> points(List<Division> places) {
        return Estimates.of(places, SHAPES).stream().collect(Collectors.toMap(Location::division, Function.identity()));
    }

    static List<Division> jining() {
        try {
            var ids = new HashMap<DivisionCode, UUID>();
            var rows = Files.readAllLines(Path.of("src/main/resources/data/jining-divisions-2023.csv")).stream()
                    .skip(1)
                    .map(row -> row.split(","))
                    .sorted(Comparator.comparing(row -> row[1]))
                    .toList();
            rows.forEach(row -> ids.put(DivisionCode.of(row[1]), UUID.randomUUID()));
            return rows.stream()
                    .map(row -> new Division(
                            Objects.requireNonNull(ids.get(DivisionCode.of(row[1]))),
                            DivisionCode.of(row[1]),
                            Level.valueOf(row[0]),
                            row[2],
                            row[4],
                            ids.get(DivisionCode.of(row[3])),
                            LocalDate.of(2023, 6, 30),
                            null,
                            null,
                            null))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
