package lianxin.embedded;

import java.util.Locale;

/** How long a step took, for the one line it leaves on the terminal. */
record Watch(long began) {

    static Watch started() {
        return new Watch(System.nanoTime());
    }

    /** Seconds with one decimal. */
    String seconds() {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
    }
}
