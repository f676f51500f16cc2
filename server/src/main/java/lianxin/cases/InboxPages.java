package lianxin.cases;

import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
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

    private final Inboxes inboxes;
    private final Filters filters;

    InboxPages(Inboxes inboxes, Filters filters) {
        this.inboxes = inboxes;
        this.filters = filters;
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
        return page.titled("cases.door").show("cases/list", inboxes.of(chosen, q, filter, page.today(), caller));
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
}
