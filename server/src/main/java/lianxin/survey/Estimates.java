package lianxin.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.region.Division;
import lianxin.region.Level;
import lianxin.region.Locations.Location;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives places without a surveyed point an estimated one, so that a walk can be weighed at all. Townships are spread evenly over their
 * county's polygon, villages over the part of it that is nearest to their township. The same places always get the same points.
 */
final class Estimates {

    /** What {@code region.division.point_source} says of a point nobody surveyed. */
    static final String ESTIMATED = "ESTIMATED";

    private static final int PER_VILLAGE = 15;
    private static final String POLYGONS = "data/jining-counties.geojson";

    private Estimates() {}

    /** Points for those of {@code places} that have none. */
    static List<Location> of(List<Division> places, Map<Long, Shape> shapes) {
        var estimated = new ArrayList<Location>();
        for (var county : places) {
            if (county.level() == Level.COUNTY) {
                var spread = Spread.of(county.code().value(), shapes);
                if (spread != null) {
                    estimated.addAll(county(county, places, spread));
                }
            } else if (county.level() == Level.CITY && county.lon() == null) {
                middle(shapes.values()).ifPresent(m -> estimated.add(new Location(county.id(), m[0], m[1])));
            }
        }
        return estimated;
    }

    private static List<Location> county(Division county, List<Division> places, Spread spread) {
        var townships = children(county, places);
        var villages = townships.stream().collect(Collectors.toMap(Division::id, t -> children(t, places)));
        var estimated = new ArrayList<Location>();
        if (county.lon() == null) {
            estimated.add(new Location(county.id(), spread.lon, spread.lat));
        }
        var candidates = spread.candidates(PER_VILLAGE
                * (20 + villages.values().stream().mapToInt(List::size).sum()));
        var seats = known(townships);
        Spread.over(lacking(townships), List.copyOf(seats.values()), candidates).forEach((township, seat) -> {
            seats.put(township, seat);
            estimated.add(new Location(township, seat[0], seat[1]));
        });
        var around = candidates.stream().collect(Collectors.groupingBy(c -> nearest(seats, c)));
        villages.forEach((township, own) -> {
            var room = around.getOrDefault(township, List.of());
            var wide = room.size() < 3 * own.size()
                    ? towards(Objects.requireNonNull(seats.get(township)), candidates)
                    : room;
            Spread.over(lacking(own), List.copyOf(known(own).values()), wide)
                    .forEach((village, point) -> estimated.add(new Location(village, point[0], point[1])));
        });
        return estimated;
    }

    private static List<Division> children(Division parent, List<Division> places) {
        return places.stream().filter(d -> parent.id().equals(d.parent())).toList();
    }

    private static List<UUID> lacking(List<Division> places) {
        return places.stream().filter(d -> d.lon() == null).map(Division::id).toList();
    }

    private static Map<UUID, double[]> known(List<Division> places) {
        var known = new LinkedHashMap<UUID, double[]>();
        for (var place : places) {
            if (place.lon() != null && place.lat() != null) {
                known.put(place.id(), new double[] {place.lon(), place.lat()});
            }
        }
        return known;
    }

    private static UUID nearest(Map<UUID, double[]> seats, double[] point) {
        return seats.entrySet().stream()
                .min(Comparator.comparingDouble(seat -> apart(seat.getValue(), point)))
                .orElseThrow()
                .getKey();
    }

    /** The candidates, those near the seat first: for a township so hemmed in that the ground nearest to it is too small. */
    private static List<double[]> towards(double[] seat, List<double[]> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(c -> apart(seat, c)))
                .toList();
    }

    private static double apart(double[] one, double[] other) {
        return Spread.apart(one[0], one[1], other[0], other[1]);
    }

    private static Optional<double[]> middle(Collection<Shape> shapes) {
        var lon = shapes.stream().mapToDouble(s -> s.lon).average();
        var lat = shapes.stream().mapToDouble(s -> s.lat).average();
        return lon.isPresent() && lat.isPresent()
                ? Optional.of(new double[] {lon.getAsDouble(), lat.getAsDouble()})
                : Optional.empty();
    }

    /** The bundled polygons by 12-digit county code. */
    static Map<Long, Shape> shapes() {
        try (var file = new ClassPathResource(POLYGONS).getInputStream()) {
            var shapes = new HashMap<Long, Shape>();
            for (var county : JsonMapper.shared().readTree(file).get("features")) {
                var label = county.get("properties").get("cp");
                var ring = county.get("geometry").get("coordinates").get(0);
                shapes.put(
                        Long.parseLong(county.get("id").asString()) * 1_000_000,
                        new Shape(
                                axis(ring, 0),
                                axis(ring, 1),
                                label.get(0).asDouble(),
                                label.get(1).asDouble()));
            }
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] axis(JsonNode ring, int which) {
        return Arrays.stream(ring.values().toArray(JsonNode[]::new))
                .mapToDouble(corner -> corner.get(which).asDouble())
                .toArray();
    }
}
