package lianxin.proposal;

import java.util.UUID;

/**
 * A proposed village, or township, in numbers.
 *
 * @param place code of the village or township
 * @param village its identity; null for a township
 * @param kept households that keep their contact; {@code fresh} had none; the others change
 * @param adopted villages adopted already; {@code villages} in all
 */
public record VillageFigures(
        long place,
        @org.jspecify.annotations.Nullable UUID village,
        int villages,
        int households,
        int kept,
        int fresh,
        long metres,
        int adopted) {

    public int changed() {
        return households - kept - fresh;
    }

    /** Metres an average household is away from its contact's office. */
    public long average() {
        return households == 0 ? 0 : metres / households;
    }
}
