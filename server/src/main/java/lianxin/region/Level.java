package lianxin.region;

/** The levels of the division tree, top down. */
public enum Level {
    PROVINCE(10_000_000_000L),
    CITY(100_000_000L),
    COUNTY(1_000_000L),
    TOWNSHIP(1_000L),
    VILLAGE(1L);

    /** How many codes one division of this level spans. */
    final long width;

    Level(long width) {
        this.width = width;
    }
}
