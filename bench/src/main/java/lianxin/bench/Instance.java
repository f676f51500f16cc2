package lianxin.bench;

import java.util.List;
import java.util.Locale;
import lianxin.matcher.Country;
import lianxin.matcher.Country.Kind;

/** One made-up ground: the same for the same size, kind and seed. */
record Instance(Size size, Kind kind, long seed) {

    /** How large. */
    enum Size {
        TOWNSHIP,
        COUNTY,
        /** A twentieth of the city, made like it: for the exponent of scaling. */
        SLICE,
        CITY,
        TRI,
        PROVINCE
    }

    Country country() {
        return switch (size) {
            case TOWNSHIP -> Country.township(kind, seed);
            case COUNTY -> Country.county(kind, seed);
            case SLICE -> new Country(325, 30, 3_250, 100_000, kind, seed);
            case CITY -> Country.city(kind, seed);
            case TRI -> Country.tri(kind, seed);
            case PROVINCE -> Country.province(kind, seed);
        };
    }

    /** The options that name it again. */
    List<String> options() {
        return List.of("--size=" + size, "--kind=" + kind, "--seed=" + seed);
    }

    @Override
    public String toString() {
        return (size + " " + kind + " " + seed).toLowerCase(Locale.ROOT);
    }
}
