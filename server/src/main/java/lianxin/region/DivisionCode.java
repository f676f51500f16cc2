package lianxin.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A 12-digit division code (GB/T 2260 county, GB/T 10114 township, NBS village) as a number: 370827 100 201.
 *
 * @param value 12 digits; trailing zeros say the level
 */
public record DivisionCode(long value) implements Comparable<DivisionCode> {

    public DivisionCode {
        if (value < 100_000_000_000L || value > 999_999_999_999L) {
            throw RegionRefusal.NOT_A_CODE.because(String.valueOf(value));
        }
    }

    /** Reads twelve digits. */
    @JsonCreator
    public static DivisionCode of(String digits) {
        if (!digits.matches("[1-9]\\d{11}")) {
            throw RegionRefusal.NOT_A_CODE.because(digits);
        }
        return new DivisionCode(Long.parseLong(digits));
    }

    /** The level its trailing zeros say. */
    public Level level() {
        if (value % 10_000_000_000L == 0) {
            return Level.PROVINCE;
        }
        if (value % 100_000_000L == 0) {
            return Level.CITY;
        }
        if (value % 1_000_000L == 0) {
            return Level.COUNTY;
        }
        return value % 1_000L == 0 ? Level.TOWNSHIP : Level.VILLAGE;
    }

    /** All codes at or under this one. */
    public Ground ground() {
        return new Ground(value, value + level().width);
    }

    @JsonValue
    @Override
    public String toString() {
        return String.valueOf(value);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return Long.compare(value, other.value);
    }
}
