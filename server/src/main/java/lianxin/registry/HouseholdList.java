package lianxin.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
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

/** Which households there are at a place on a day, page by page. */
@Controller
class HouseholdList {

    private static final int ROWS = 50;

    private final Households households;
    private final Divisions divisions;

    HouseholdList(Households households, Divisions divisions) {
        this.households = households;
        this.divisions = divisions;
    }

    @Bean
    static Door householdsDoor() {
        return new Door(32, "registry.households", "/households", Right.HOUSEHOLDS_READ.name());
    }

    @GetMapping("/households")
    @Needs(Right.HOUSEHOLDS_READ)
    ModelAndView households(
            @RequestParam(required = false) @Nullable DivisionCode place,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var ground = here.code().ground();
        var last = After.of(after);
        var found = q.isBlank()
                ? households.page(
                        ground, page.day(), need.isBlank() ? null : need, last.place(), last.id(), ROWS + 1, caller)
                : households.search(q, ground, ROWS, caller);
        var shown = found.stream().limit(ROWS).toList();
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put("households", shown);
        model.put("count", households.count(ground, page.day()));
        model.put("need", need);
        model.put("needs", List.copyOf(households.needCategories().values()));
        model.put("places", names(shown.stream().map(Household::place).toList(), page.day()));
        return at(page, here, caller, "registry.households")
                .show(
                        "registry/households",
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
