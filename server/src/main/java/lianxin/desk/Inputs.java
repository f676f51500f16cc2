package lianxin.desk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files to pair from; without rules of one's own, those of the example. */
record Inputs(
        Path villages,
        Path units,
        Path cadres,
        Path households,
        @Nullable Path rules) {}
