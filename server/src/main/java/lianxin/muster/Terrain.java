package lianxin.muster;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.region.Division;
import lianxin.staff.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Degrees as metres on a flat sheet around the middle of the ground: within 100 km the sheet is off by less than one metre in a
 * thousand. What has no position of its own stands in the middle of what it belongs to: a village in its township's villages, a
 * township in its county's, and so on up.
 */
public final class Terrain {

    /** IUGG mean radius of the earth. */
    private static final double RADIUS = 6_371_008.8;

    private static final long WORLD = 0;

    private final Map<Long, Middle> middles = new HashMap<>();
    private final Map<UUID, Point> villages = new HashMap<>();
    private final double midLat;
    private final double midLon;
    private int unplaced;

    /** Of the villages of a ground. */
    public Terrain(Collection<Division> divisions) {
        for (var d : divisions) {
            if (d.lon() != null && d.lat() != null) {
                for (long code : upwards(d.code().value())) {
                    middles.computeIfAbsent(code, _ -> new Middle()).add(d.lon(), d.lat());
                }
            }
        }
        var whole = middles.getOrDefault(WORLD, new Middle());
        midLat = StrictMath.toRadians(whole.lat());
        midLon = StrictMath.toRadians(whole.lon());
        for (var d : divisions) {
            villages.put(d.id(), place(d.lon(), d.lat(), d.code().value()));
            unplaced += d.lon() == null ? 1 : 0;
        }
    }

    /** Where a village of this ground lies. */
    public Point of(Division village) {
        return villages.getOrDefault(village.id(), new Point(0, 0));
    }

    /** Where a unit has its office. */
    public Point of(Unit unit) {
        return place(unit.lon(), unit.lat(), unit.place());
    }

    /** How many villages have no position of their own. */
    public int unplaced() {
        return unplaced;
    }

    private Point place(@Nullable Double lon, @Nullable Double lat, long code) {
        if (lon != null && lat != null) {
            return flat(lon, lat);
        }
        for (long up : upwards(code)) {
            var middle = middles.get(up);
            if (middle != null) {
                return flat(middle.lon(), middle.lat());
            }
        }
        return new Point(0, 0);
    }

    private Point flat(double lon, double lat) {
        double east = (StrictMath.toRadians(lon) - midLon) * StrictMath.cos(midLat) * RADIUS;
        double north = (StrictMath.toRadians(lat) - midLat) * RADIUS;
        return new Point((int) StrictMath.rint(east), (int) StrictMath.rint(north));
    }

    private static long[] upwards(long code) {
        return new long[] {
            code, code / 1_000 * 1_000, code / 1_000_000 * 1_000_000, code / 100_000_000 * 100_000_000, WORLD
        };
    }

    /** Metres east and north of the middle. */
    public record Point(int x, int y) {}

    private static final class Middle {
        private double lon;
        private double lat;
        private int count;

        void add(double lon, double lat) {
            this.lon += lon;
            this.lat += lat;
            count++;
        }

        double lon() {
            return count == 0 ? 0 : lon / count;
        }

        double lat() {
            return count == 0 ? 0 : lat / count;
        }
    }
}
