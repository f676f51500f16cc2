package lianxin.region;

/**
 * The ground of a county on the map, as one ring of corners.
 *
 * @param lons degrees east of each corner, lats degrees north
 * @param lon degrees east, lat degrees north: the point where its name is written
 */
record Shape(double[] lons, double[] lats, double lon, double lat) {

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
