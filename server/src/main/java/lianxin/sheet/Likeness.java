package lianxin.sheet;

/** How much two headers resemble each other, from 0 to 1. */
final class Likeness {

    private Likeness() {}

    /** The share of letters that need no change; a header that contains the other counts at least half. */
    static double of(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (shorter == 0) {
            return 0;
        }
        double same = 1 - (double) changes(one, other) / longer;
        boolean within = shorter > 1 && (one.contains(other) || other.contains(one));
        return within ? Math.max(same, 0.5 + 0.5 * shorter / longer) : same;
    }

    /** Letters to add, drop, replace or swap with their neighbour. */
    private static int changes(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = now;
        }
        return last[other.length()];
    }
}
