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

    /** The level right above; the topmost is above itself. */
    Level above() {
        return switch (this) {
            case PROVINCE, CITY -> PROVINCE;
            case COUNTY -> CITY;
            case TOWNSHIP -> COUNTY;
            case VILLAGE -> TOWNSHIP;
        };
    }
}
