package lianxin.demo;

import lianxin.region.DivisionCode;

/** How much is made: a town, the county of Yutai as large as it was in 2013, or the whole city. */
enum Scale {
    TOWNSHIP(370827_101_000L, 370827_000_000L, 10_000, 474, 9),
    COUNTY(370827_000_000L, 370827_000_000L, 100_000, 4_731, 73),
    CITY(370800_000_000L, 370800_000_000L, 1_800_000, 70_000, 300);

    private final long place;
    private final long seat;

    final int households;
    final int cadres;
    final int units;

    Scale(long place, long seat, int households, int cadres, int units) {
        this.place = place;
        this.seat = seat;
        this.households = households;
        this.cadres = cadres;
        this.units = units;
    }

    /** Where the households are. */
    DivisionCode place() {
        return new DivisionCode(place);
    }

    /** Where the office sits. */
    DivisionCode seat() {
        return new DivisionCode(seat);
    }
}
