package lianxin.region;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

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
        if (!readable(digits)) {
            throw RegionRefusal.NOT_A_CODE.because(digits);
        }
        return new DivisionCode(Long.parseLong(digits));
    }

    /** Whether {@code digits} are the twelve of a code. */
    static boolean readable(String digits) {
        return digits.matches("[1-9]\\d{11}");
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

    /**
     * The kind its digits say: 7 to 9 of a township (GB/T 10114), 10 to 12 of a village (ranges of the statistical bureau). The suffix of a
     * name is no evidence. Null for counties and above, whose codes do not say.
     */
    @Nullable
    String kind() {
        return switch (level()) {
            case PROVINCE, CITY, COUNTY -> null;
            case TOWNSHIP ->
                switch ((int) (value / 100_000 % 10)) {
                    case 0 -> "SUBDISTRICT";
                    case 1 -> "TOWN";
                    case 2, 3 -> "TOWNSHIP";
                    default -> "TOWNSHIP_LIKE";
                };
            case VILLAGE ->
                switch ((int) (value / 100 % 10)) {
                    case 0, 1 -> "RESIDENTS_COMMITTEE";
                    case 2, 3 -> "VILLAGE_COMMITTEE";
                    case 4 -> "RESIDENTS_LIKE";
                    default -> "VILLAGE_LIKE";
                };
        };
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
