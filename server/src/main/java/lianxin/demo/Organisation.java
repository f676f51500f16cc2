package lianxin.demo;

import java.util.List;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is made up.
 *
 * @param place where it sits
 * @param cadres how many it has
 * @param skills what most of its people know about
 */
record Organisation(
        String key,
        String name,
        @Nullable String parentKey,
        String level,
        String kind,
        DivisionCode place,
        int cadres,
        List<String> skills) {

    /** Whether it serves the township it sits in. */
    boolean local() {
        return level.equals("TOWNSHIP");
    }
}
