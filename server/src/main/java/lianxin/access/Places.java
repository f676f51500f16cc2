package lianxin.access;

import java.time.LocalDate;
import lianxin.platform.Page;
import lianxin.platform.Words;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;

/** Grounds in words, as they were called on {@code day}. */
public record Places(Divisions divisions, Words words, LocalDate day) {

    /** As of the page's day, in its reader's language. */
    public Places(Divisions divisions, Page page) {
        this(divisions, page.words(), page.day());
    }

    /** The name of the place the ground is, or its bounds. */
    public String name(Ground ground) {
        if (ground.equals(Ground.EVERYWHERE)) {
            return words.t("access.everywhere");
        }
        if (ground.lo() < Ground.EVERYWHERE.lo() || ground.lo() >= Ground.EVERYWHERE.hi()) {
            return "—";
        }
        return divisions
                .find(new DivisionCode(ground.lo()), day)
                .map(d -> d.name())
                .orElse(ground.lo() + "–" + ground.hi());
    }
}
