package lianxin.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.After;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which units and cadres there are at a place on a day, page by page. */
@Controller
class StaffPages {

    private static final int ROWS = 50;

    private final Units units;
    private final Cadres cadres;
    private final Divisions divisions;
    private final Reads reads;

    StaffPages(Units units, Cadres cadres, Divisions divisions, Reads reads) {
        this.units = units;
        this.cadres = cadres;
        this.divisions = divisions;
        this.reads = reads;
    }

    @Bean
    static Door unitsDoor() {
        return new Door(30, "staff.units", "/units", Right.REGISTRY_READ.name());
    }

    @Bean
    static Door cadresDoor() {
        return new Door(31, "staff.cadres", "/cadres", Right.REGISTRY_READ.name());
    }

    @GetMapping("/units")
    @Needs(Right.REGISTRY_READ)
    ModelAndView units(
            @RequestParam(required = false) @Nullable DivisionCode place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var found = q.isBlank()
                ? units.page(here.code().ground(), page.day(), after, ROWS + 1, caller)
                : units.search(q, here.code().ground(), ROWS, caller);
        var shown = found.stream().limit(ROWS).toList();
        return at(page, here, caller, "staff.units")
                .show(
                        "staff/units",
                        model(
                                Map.of(
                                        "here",
                                        here,
                                        "units",
                                        shown,
                                        "places",
                                        names(shown.stream().map(Unit::place).toList(), page.day())),
                                q,
                                found.size() > ROWS ? shown.getLast().key() : null));
    }

    @GetMapping("/cadres")
    @Needs(Right.REGISTRY_READ)
    ModelAndView cadres(
            @RequestParam(required = false) @Nullable DivisionCode place,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var last = After.of(after);
        var found = q.isBlank()
                ? cadres.page(here.code().ground(), page.day(), unit, last.place(), last.id(), ROWS + 1, caller)
                : cadres.search(q, here.code().ground(), ROWS, caller);
        var shown = found.stream().limit(ROWS).toList();
        reads.of(caller, Purpose.CADRE_LIST, shown.stream().map(Cadre::id).toList());
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put("cadres", shown);
        model.put("count", cadres.count(here.code().ground(), page.day(), caller));
        model.put("units", units.byId(shown.stream().map(Cadre::unit).distinct().toList()));
        return at(page, here, caller, "staff.cadres")
                .show(
                        "staff/cadres",
                        model(
                                model,
                                q,
                                found.size() > ROWS
                                        ? new After(
                                                        shown.getLast().place(),
                                                        shown.getLast().id())
                                                .toString()
                                        : null));
    }

    private Page at(Page page, Division here, Caller caller, String title) {
        return page.titled(title)
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString());
    }

    /** Names of the places on one page of a list: few, whatever the list. */
    private Map<Long, String> names(List<Long> places, LocalDate day) {
        return places.stream()
                .distinct()
                .collect(Collectors.toMap(
                        p -> p, p -> divisions.require(new DivisionCode(p), day).name()));
    }

    private static Map<String, Object> model(Map<String, ?> model, String q, @Nullable String next) {
        var all = new HashMap<String, Object>(model);
        all.put("q", q);
        all.put("next", Objects.requireNonNullElse(next, ""));
        return all;
    }
}
