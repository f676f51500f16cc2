package lianxin.region;

import org.jspecify.annotations.Nullable;

/**
 * A place as a file draws it.
 *
 * @param line where in the file; 0 when drawn by hand
 * @param parent code of the place above; null when nothing is above it
 */
public record DivisionRow(
        int line,
        DivisionCode code,
        String name,
        String kind,
        @Nullable DivisionCode parent) {}
