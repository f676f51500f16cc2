package lianxin.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.CountyTime;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How deep the work of a place goes, place by place (R30, R76): never person by person, and no word of what was said. */
@Controller
class DepthPages {

    private final VisitStore store;
    private final Households households;
    private final Divisions divisions;

    DepthPages(VisitStore store, Households households, Divisions divisions) {
        this.store = store;
        this.households = households;
        this.divisions = divisions;
    }

    @Bean
    static Door depthDoor() {
        return new Door(45, "visit.depth", "/visits", Right.HOUSEHOLDS_READ.name());
    }

    @GetMapping("/visits")
    @Needs(Right.HOUSEHOLDS_READ)
    ModelAndView depth(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var at = divisions.here(place, page.day(), caller.ground());
        caller.may(Right.HOUSEHOLDS_READ, at.code());
        var until = page.day().plusDays(1);
        var from = until.minusMonths(Turns.MONTHS);
        var found = new TreeMap<Long, Depth>();
        store.depths(
                        at.code().ground(),
                        from.atStartOfDay(CountyTime.ZONE).toInstant(),
                        until.atStartOfDay(CountyTime.ZONE).toInstant())
                .forEach(depth -> found.put(depth.place(), depth));
        var rows = new ArrayList<PlaceDepth>();
        for (var below : divisions.children(at, page.day())) {
            rows.add(row(below, found, page.day()));
        }
        return page.titled("visit.depth")
                .at(divisions.crumbs(at, page.day(), caller.ground()), at.code().toString())
                .show(
                        "visit/depth",
                        Map.of("here", row(at, found, page.day()), "rows", rows, "from", from, "until", page.day()));
    }

    private PlaceDepth row(Division place, TreeMap<Long, Depth> found, LocalDate day) {
        var ground = place.code().ground();
        var sum = found.subMap(ground.lo(), ground.hi()).values().stream()
                .reduce(new Depth(ground.lo(), 0, 0, 0, 0, 0, 0), Depth::and);
        return new PlaceDepth(place, households.count(ground, day), sum);
    }
}
