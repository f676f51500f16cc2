package lianxin.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The counties as shapes on a sheet: schematic, drawn once at start, never measured. */
@Component
class CountyMap {

    /** Width of the sheet in its own units; the height follows. */
    static final int WIDTH = 460;

    private static final double MARGIN = 4;

    /** Corners that span less than this, in square units of the sheet, are left out. */
    private static final double SMALLEST = 0.7;

    private final Map<Long, Shape> shapes;
    private final int height;

    CountyMap(JsonMapper json) {
        var outlines = new HashMap<Long, List<Point>>();
        var labels = new HashMap<Long, Point>();
        for (var feature : read(json).get("features")) {
            var code = feature.get("id").asLong() * 1_000_000;
            outlines.put(code, ring(feature.get("geometry").get("coordinates").get(0)));
            labels.put(code, point(feature.get("properties").get("cp")));
        }
        var all = outlines.values().stream().flatMap(List::stream).toList();
        var west = all.stream().mapToDouble(Point::x).min().orElseThrow();
        var north = all.stream().mapToDouble(Point::y).max().orElseThrow();
        var scale =
                (WIDTH - 2 * MARGIN) / (all.stream().mapToDouble(Point::x).max().orElseThrow() - west);
        outlines.replaceAll((code, ring) ->
                ring.stream().map(p -> p.onSheet(west, north, scale)).toList());
        labels.replaceAll((code, p) -> p.onSheet(west, north, scale));
        this.height = (int) Math.ceil(outlines.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(Point::y)
                        .max()
                        .orElseThrow()
                + MARGIN);
        var simple = simplify(outlines);
        this.shapes = new HashMap<>();
        labels.forEach((code, p) ->
                shapes.put(code, new Shape(path(Objects.requireNonNull(simple.get(code))), p.x(), p.y())));
    }

    int height() {
        return height;
    }

    /** Shapes by division code. */
    Map<Long, Shape> shapes() {
        return shapes;
    }

    /**
     * Leaves out corners too small to see, smallest first. Borders are shared, so a corner is judged by itself and its two neighbours
     * only, and a corner where three outlines meet stays: both sides of a border lose the same corners and no crack opens.
     */
    static Map<Long, List<Point>> simplify(Map<Long, List<Point>> outlines) {
        var rings = new HashMap<>(outlines);
        while (true) {
            var fixed = meetings(rings.values());
            var gone = new HashSet<Point>();
            for (var ring : rings.values()) {
                for (var i = 0; i < ring.size() && ring.size() > 8; i++) {
                    var span = span(ring, i, fixed);
                    if (span < SMALLEST && first(ring, i, span, i - 1, fixed) && first(ring, i, span, i + 1, fixed)) {
                        gone.add(ring.get(i));
                    }
                }
            }
            if (gone.isEmpty()) {
                return rings;
            }
            rings.replaceAll(
                    (code, ring) -> ring.stream().filter(p -> !gone.contains(p)).toList());
        }
    }

    private static boolean first(List<Point> ring, int i, double span, int neighbour, Set<Point> fixed) {
        var other = span(ring, neighbour, fixed);
        return span < other || (span == other && at(ring, i).before(at(ring, neighbour)));
    }

    private static double span(List<Point> ring, int i, Set<Point> fixed) {
        return fixed.contains(at(ring, i))
                ? Double.POSITIVE_INFINITY
                : at(ring, i).span(at(ring, i - 1), at(ring, i + 1));
    }

    private static Point at(List<Point> ring, int i) {
        return ring.get(Math.floorMod(i, ring.size()));
    }

    private static Set<Point> meetings(Iterable<List<Point>> rings) {
        var neighbours = new HashMap<Point, Set<Point>>();
        for (var ring : rings) {
            for (var i = 0; i < ring.size(); i++) {
                var set = neighbours.computeIfAbsent(ring.get(i), p -> new HashSet<>());
                set.add(at(ring, i - 1));
                set.add(at(ring, i + 1));
            }
        }
        return neighbours.entrySet().stream()
                .filter(e -> e.getValue().size() > 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static JsonNode read(JsonMapper json) {
        try (var file = new ClassPathResource("data/jining-counties.geojson").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The corners in order, each once: the file closes its rings and repeats some corners. */
    private static List<Point> ring(JsonNode corners) {
        var ring = new ArrayList<Point>();
        for (var corner : corners) {
            var p = point(corner);
            if (ring.isEmpty() || !ring.getLast().equals(p)) {
                ring.add(p);
            }
        }
        if (ring.getFirst().equals(ring.getLast())) {
            ring.removeLast();
        }
        return ring;
    }

    private static Point point(JsonNode pair) {
        return new Point(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    private static String path(List<Point> ring) {
        return IntStream.range(0, ring.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%s%.1f %.1f",
                        i == 0 ? "M" : "L",
                        ring.get(i).x(),
                        ring.get(i).y()))
                .collect(Collectors.joining("", "", "Z"));
    }

    /** Degrees east and north in the file; to the right and down on the sheet. */
    record Point(double x, double y) {

        /** A degree of longitude is shorter than one of latitude by the cosine of the latitude. */
        private static final double SHORTER = Math.cos(Math.toRadians(35.3));

        Point onSheet(double west, double north, double scale) {
            return new Point(MARGIN + (x - west) * scale, MARGIN + (north - y) * scale / SHORTER);
        }

        double span(Point before, Point after) {
            return Math.abs((before.x - x) * (after.y - y) - (after.x - x) * (before.y - y)) / 2;
        }

        boolean before(Point other) {
            return x < other.x || (x == other.x && y < other.y);
        }
    }
}
