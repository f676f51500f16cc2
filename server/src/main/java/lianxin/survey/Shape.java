package lianxin.survey;

/** The ground of a county on the map, as one ring of corners. */
final class Shape {

    final double[] lons;
    final double[] lats;

    /** Where its name is written: degrees east and north. */
    final double lon;

    final double lat;

    Shape(double[] lons, double[] lats, double lon, double lat) {
        this.lons = lons;
        this.lats = lats;
        this.lon = lon;
        this.lat = lat;
    }

    /** Whether a point lies inside: a ray from it crosses the ring an odd number of times. */
    boolean contains(double x, double y) {
        var inside = false;
        for (int i = 0, j = lons.length - 1; i < lons.length; j = i++) {
            if (lats[i] > y != lats[j] > y && x < (lons[j] - lons[i]) * (y - lats[i]) / (lats[j] - lats[i]) + lons[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
