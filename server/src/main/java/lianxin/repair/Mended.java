package lianxin.repair;

import java.util.List;
import lianxin.muster.Shortage;
import org.jspecify.annotations.Nullable;

/** A repair, with names; {@code why} says why there is none, and is null when there is one. */
public record Mended(
        Repair repair, List<Step> steps, @Nullable Shortage why) {

    /** One step of a repair, with names. */
    public record Step(Repair.Step step, String head, String village, String from, String to) {}
}
