package lianxin.overview;

import java.util.Collection;
import java.util.Locale;

/**
 * How many households of a place have their contact.
 *
 * @param villages with households
 * @param shortOf villages in which a household has no contact
 */
public record Coverage(int villages, int shortOf, long households, long covered) {

    static Coverage of(Collection<VillageFigure> figures) {
        var villages = 0;
        var shortOf = 0;
        var households = 0L;
        var covered = 0L;
        for (var figure : figures) {
            villages += figure.households() > 0 ? 1 : 0;
            shortOf += figure.gap() > 0 ? 1 : 0;
            households += figure.households();
            covered += figure.covered();
        }
        return new Coverage(villages, shortOf, households, covered);
    }

    /** Households without a contact. */
    public long gap() {
        return households - covered;
    }

    public boolean empty() {
        return households == 0;
    }

    /** Percent with one decimal, rounded down: 100.0 means all, never almost all. */
    public String share() {
        return String.format(Locale.ROOT, "%.1f%%", Math.floor(covered * 1000.0 / households) / 10);
    }

    /** How it is coloured: full, near (99 % and more), part (95 % and more), short, or none where nobody lives. */
    public String shade() {
        if (households == 0) {
            return "none";
        }
        if (gap() == 0) {
            return "full";
        }
        return covered * 100 >= households * 99 ? "near" : covered * 100 >= households * 95 ? "part" : "short";
    }
}
