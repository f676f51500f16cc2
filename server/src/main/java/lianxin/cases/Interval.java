package lianxin.cases;

/**
 * A share and between which bounds it lies, nineteen times of twenty (Wilson’s interval at 95 %: it does not lie about small numbers).
 *
 * @param low and {@code high}: 0 to 1; 0 to 1 when nobody was asked
 */
public record Interval(int part, int whole, double low, double high) {

    private static final double Z = 1.959964;

    /** Of {@code whole}, so many. */
    public static Interval of(int part, int whole) {
        if (whole == 0) {
            return new Interval(0, 0, 0, 1);
        }
        var p = (double) part / whole;
        var z2 = Z * Z;
        var middle = p + z2 / (2 * whole);
        var half = Z * Math.sqrt(p * (1 - p) / whole + z2 / (4.0 * whole * whole));
        var scale = 1 + z2 / whole;
        return new Interval(part, whole, Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
    }

    /** The lower bound in whole percent. */
    public long lowPercent() {
        return Math.round(low * 100);
    }

    /** The upper bound in whole percent. */
    public long highPercent() {
        return Math.round(high * 100);
    }

    /** The share in whole percent. */
    public long percent() {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }
}
