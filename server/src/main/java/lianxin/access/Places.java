package lianxin.access;

import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Ground;

/** Grounds in words, as of the page's day. */
public record Places(Divisions divisions, Page page) {

    /** The name of the place the ground is, or its bounds. */
    public String name(Ground ground) {
        if (ground.equals(Ground.EVERYWHERE)) {
            return page.t("access.everywhere");
        }
        if (ground.lo() < Ground.EVERYWHERE.lo() || ground.lo() >= Ground.EVERYWHERE.hi()) {
            return "—";
        }
        return divisions
                .find(new DivisionCode(ground.lo()), page.day())
                .map(d -> d.name())
                .orElse(ground.lo() + "–" + ground.hi());
    }
}
