package lianxin.matching;

import java.util.UUID;

/**
 * What a unit would carry.
 *
 * @param low families it must hold; {@code fair} when all carry alike; {@code room} at most, the reserve taken off
 * @param before families whose contact it has now
 * @param worth what one more family with it costs the whole, in hundredths of a metre
 * @param guest whether it has its seat elsewhere
 */
public record Burden(
        UUID unit, int cadres, int low, int fair, int room, int families, int before, long worth, boolean guest) {

    /** Families for each of its cadres, in tenths. */
    public long each() {
        return Math.round(10.0 * families / cadres);
    }

    public boolean full() {
        return families >= room;
    }
}
