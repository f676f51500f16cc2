package lianxin.overview;

import java.util.UUID;

/**
 * One village's figures.
 *
 * @param place its code
 * @param households in scope
 * @param covered of them, those with a contact
 */
public record VillageFigure(UUID village, long place, int households, int covered) {

    /** Households without a contact. */
    public int gap() {
        return households - covered;
    }
}
