package lianxin.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spreads points evenly over a county: candidates from a low-discrepancy sequence (R2, after the plastic number), each taken unless it lies
 * too near to one already taken. No chance is involved.
 */
final class Spread {

    /** Whether a point of {@code lon}, {@code lat} will do. */
    @FunctionalInterface
    interface Test {
        boolean holds(double lon, double lat);
    }

    /** The high-tech zone is a statistical county without a polygon, on the land of its neighbours east of the old town. */
    private static final long HIGH_TECH_ZONE = 370871_000_000L;

    private static final double PLASTIC = 1.324717957244746;
    private static final int MOST_OUTSIDE = 50;

    /** Kilometres between neighbours to begin with, and below which any point will do. */
    private static final double FARTHEST = 20;

    private static final double NEAREST = 0.02;

    private final Test inside;
    private final double west;
    private final double south;
    private final double east;
    private final double north;

    /** Where its name is written: degrees east and north. */
    final double lon;

    final double lat;

    private Spread(Test inside, double west, double south, double east, double north, double lon, double lat) {
        this.inside = inside;
        this.west = west;
        this.south = south;
        this.east = east;
        this.north = north;
        this.lon = lon;
        this.lat = lat;
    }

    /** The spread over the county of that 12-digit code; null when its shape is not known. */
    static @Nullable Spread of(long county, Map<Long, Shape> shapes) {
        var shape = shapes.get(county);
        if (shape != null) {
            return new Spread(
                    shape::contains,
                    min(shape.lons),
                    min(shape.lats),
                    -min(negative(shape.lons)),
                    -min(negative(shape.lats)),
                    shape.lon,
                    shape.lat);
        }
        if (county == HIGH_TECH_ZONE && !shapes.isEmpty()) {
            return new Spread(
                    (x, y) -> shapes.values().stream().anyMatch(s -> s.contains(x, y)),
                    116.64,
                    35.34,
                    116.78,
                    35.46,
                    116.70,
                    35.41);
        }
        return null;
    }

    /** {@code many} points inside, evenly spread, in an order whose every beginning is evenly spread too. */
    List<double[]> candidates(int many) {
        var candidates = new ArrayList<double[]>(many);
        for (var i = 1; candidates.size() < many && i < many * MOST_OUTSIDE; i++) {
            var x = west + (east - west) * fraction(0.5 + i / PLASTIC);
            var y = south + (north - south) * fraction(0.5 + i / (PLASTIC * PLASTIC));
            if (inside.holds(x, y)) {
                candidates.add(new double[] {x, y});
            }
        }
        return candidates;
    }

    /** One of the candidates for each place, as far from those taken and from each other as room allows. */
    static Map<UUID, double[]> over(List<UUID> places, List<double[]> taken, List<double[]> candidates) {
        var apart = FARTHEST;
        var chosen = chosen(places.size(), taken, candidates, apart);
        while (chosen.size() < places.size()) {
            apart = apart < NEAREST ? 0 : apart * 0.85;
            chosen = chosen(places.size(), taken, candidates, apart);
        }
        var points = new LinkedHashMap<UUID, double[]>();
        for (var i = 0; i < places.size(); i++) {
            points.put(places.get(i), chosen.get(i));
        }
        return points;
    }

    private static List<double[]> chosen(int many, List<double[]> taken, List<double[]> candidates, double apart) {
        var chosen = new ArrayList<double[]>();
        for (var candidate : candidates) {
            if (chosen.size() == many) {
                break;
            }
            if (clear(candidate, taken, apart) && clear(candidate, chosen, apart)) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }

    private static boolean clear(double[] point, List<double[]> others, double apart) {
        for (var other : others) {
            if (apart(point[0], point[1], other[0], other[1]) < apart) {
                return false;
            }
        }
        return true;
    }

    /** Distance in kilometres, flat: a county is small. */
    static double apart(double lon, double lat, double otherLon, double otherLat) {
        var east = (lon - otherLon) * 111.32 * Math.cos(Math.toRadians((lat + otherLat) / 2));
        var north = (lat - otherLat) * 111.32;
        return Math.sqrt(east * east + north * north);
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }

    private static double min(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    private static double[] negative(double[] values) {
        return java.util.Arrays.stream(values).map(v -> -v).toArray();
    }
}
