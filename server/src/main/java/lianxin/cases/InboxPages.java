package lianxin.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of cases: by view, by words, or by a filter, which the address holds and one may keep. */
@Controller
class InboxPages {

    private final Cases cases;
    private final Filters filters;
    private final Lines lines;
    private final Terms terms;
    private final Divisions divisions;

    InboxPages(Cases cases, Filters filters, Lines lines, Terms terms, Divisions divisions) {
        this.cases = cases;
        this.filters = filters;
        this.lines = lines;
        this.terms = terms;
        this.divisions = divisions;
    }

    @Bean
    static Door casesDoor() {
        return new Door(35, "cases.door", "/cases", Right.CASE_READ.name());
    }

    @GetMapping("/cases")
    @Needs(Right.CASE_READ)
    ModelAndView list(
            @RequestParam(required = false) Cases.@Nullable View view,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute FilterForm form,
            Page page,
            Caller caller) {
        var filter = form.filter();
        var chosen = view == null ? (caller.holds(Right.CASE_HANDLE) ? Cases.View.MINE : Cases.View.OPEN) : view;
        var found = !q.isBlank()
                ? new Filters.Found(cases.search(q, caller), false)
                : filter.none() ? new Filters.Found(cases.in(chosen, caller), false) : filters.find(filter, caller);
        var top = divisions.top(caller.ground(), page.today()).orElse(null);
        var model = new HashMap<String, Object>();
        model.put("view", chosen);
        model.put("q", q);
        model.put("filter", q.isBlank() ? filter : Filter.NONE);
        model.put("kept", filters.kept(caller));
        model.put("lines", lines.of(found.cases(), page.today()));
        model.put("more", found.more());
        model.put("sortable", sortable(found.cases(), caller));
        model.put("categories", terms.categories(page.today()));
        model.put("places", places(top, page.today()));
        model.put("place", filter.place() == null ? "" : lines.place(filter.place()));
        model.put(
                "desks",
                top == null || caller.role() == Role.HANDLER
                        ? List.of()
                        : lines.choices(top.code().value(), page.today()));
        model.put(
                "board",
                top != null && top.level() == Level.TOWNSHIP ? top.code().toString() : "");
        return page.titled("cases.door").show("cases/list", model);
    }

    @PostMapping("/cases/filters")
    @Needs(Right.CASE_READ)
    String keep(
            @RequestParam String label,
            @ModelAttribute FilterForm form,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var filter = form.filter();
        filters.keep(label, filter, caller);
        next.addFlashAttribute("said", page.t("cases.filter.said.kept"));
        return "redirect:" + filter.href();
    }

    /** What was dropped goes along, so that it can be kept again. */
    @PostMapping("/cases/filters/{id}/drop")
    @Needs(Right.CASE_READ)
    String drop(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        var dropped = filters.drop(id, caller);
        next.addFlashAttribute("said", page.t("cases.filter.said.dropped", dropped.label()));
        next.addFlashAttribute("dropped", dropped.label());
        return "redirect:" + dropped.href();
    }

    /** Cases the caller may give to somebody from a list. */
    private static Set<UUID> sortable(List<Case> found, Caller caller) {
        return found.stream()
                .filter(one -> one.stage().work() && Triage.sorts(one, caller))
                .map(Case::id)
                .collect(Collectors.toSet());
    }

    /** Where one may look: the parts of one’s ground, and the parts of each; below a city that ends with townships. */
    private Map<Division, List<Division>> places(@Nullable Division top, LocalDate day) {
        var places = new LinkedHashMap<Division, List<Division>>();
        if (top != null && top.level() == Level.TOWNSHIP) {
            places.put(top, divisions.children(top, day));
        } else if (top != null) {
            divisions.children(top, day).forEach(part -> places.put(part, divisions.children(part, day)));
        }
        return places;
    }
}
