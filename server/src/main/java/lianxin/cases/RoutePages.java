package lianxin.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who handles what where: the rules, a new one with its trial, and the end of one. */
@Controller
class RoutePages {

    private final Routing routing;
    private final Lines lines;
    private final Terms terms;
    private final Divisions divisions;

    RoutePages(Routing routing, Lines lines, Terms terms, Divisions divisions) {
        this.routing = routing;
        this.lines = lines;
        this.terms = terms;
        this.divisions = divisions;
    }

    @GetMapping("/cases/routes")
    @Needs(Right.CASE_RULE)
    ModelAndView list(@RequestParam @Nullable DivisionCode place, Page page, Caller caller) {
        return shown(divisions.here(place, page.today(), caller.ground()).code(), null, null, page, caller);
    }

    @PostMapping("/cases/routes/trial")
    @Needs(Right.CASE_RULE)
    ModelAndView trial(
            @RequestParam String category,
            @RequestParam DivisionCode place,
            @RequestParam String to,
            @RequestParam LocalDate since,
            @RequestParam String source,
            Page page,
            Caller caller) {
        var wish = new Routing.Wish(category, place, Lines.Choice.desk(to), since, source);
        return shown(place, wish, routing.tried(wish, caller), page, caller);
    }

    @PostMapping("/cases/routes")
    @Needs(Right.CASE_RULE)
    String add(
            @RequestParam String category,
            @RequestParam DivisionCode place,
            @RequestParam String to,
            @RequestParam LocalDate since,
            @RequestParam String source,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        routing.add(new Routing.Wish(category, place, Lines.Choice.desk(to), since, source), caller);
        next.addFlashAttribute("said", page.t("cases.route.said.added"));
        return "redirect:/cases/routes?place=" + place;
    }

    @PostMapping("/cases/routes/{id}/end")
    @Needs(Right.CASE_RULE)
    String end(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        routing.end(id, caller);
        next.addFlashAttribute("said", page.t("cases.route.said.ended"));
        return "redirect:/cases/routes";
    }

    private ModelAndView shown(
            DivisionCode place, Routing.@Nullable Wish wish, Routing.@Nullable Trial trial, Page page, Caller caller) {
        var here = divisions.here(place, page.today(), caller.ground());
        var model = new HashMap<String, Object>();
        model.put("routes", routing.list(caller));
        model.put("place", here);
        model.put("places", divisions.children(here, page.today()));
        model.put("choices", lines.choices(here.code().value(), page.today()));
        model.put("categories", terms.categories(page.today()));
        model.put("wish", wish);
        model.put("trial", trial);
        return page.titled("cases.routes")
                .at(
                        divisions.crumbs(here, page.today(), caller.ground()),
                        here.code().toString())
                .show("cases/routes", model);
    }
}
