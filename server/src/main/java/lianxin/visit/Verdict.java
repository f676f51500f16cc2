package lianxin.visit;

import lianxin.platform.Refusal;
import lianxin.registry.Household;
import org.jspecify.annotations.Nullable;

/** What becomes of a visit that is handed in. */
public sealed interface Verdict {

    /** It is kept, or was kept before. */
    record Kept(Household household) implements Verdict {}

    /** A person has to look at it; {@code household} is null when there is none. */
    record Doubtful(Doubt doubt, @Nullable Household household) implements Verdict {}

    /** It is not kept: it says nothing one could keep, or contradicts what is kept under its name. */
    record Refused(Refusal refusal) implements Verdict {}
}
