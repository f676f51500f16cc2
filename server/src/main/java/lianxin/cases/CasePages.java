package lianxin.cases;

import java.util.HashMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of cases, one case with all that happened to it, and a new one. */
@Controller
class CasePages {

    private final Cases cases;
    private final Dossiers dossiers;
    private final Lines lines;
    private final Terms terms;

    CasePages(Cases cases, Dossiers dossiers, Lines lines, Terms terms) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.lines = lines;
        this.terms = terms;
    }

    @Bean
    static Door casesDoor() {
        return new Door(35, "cases.door", "/cases", Right.CASE_READ.name());
    }

    @GetMapping("/cases")
    @Needs(Right.CASE_READ)
    ModelAndView list(
            @RequestParam(required = false) Cases.View view,
            @RequestParam(defaultValue = "") String q,
            Page page,
            Caller caller) {
        var chosen = view == null ? (caller.holds(Right.CASE_HANDLE) ? Cases.View.MINE : Cases.View.OPEN) : view;
        var found = q.isBlank() ? cases.in(chosen, caller) : cases.search(q, caller);
        var model = new HashMap<String, Object>();
        model.put("view", chosen);
        model.put("q", q);
        model.put("lines", lines.of(found, page.today()));
        model.put("categories", terms.categories(page.today()));
        return page.titled("cases.door").show("cases/list", model);
    }

    @GetMapping("/cases/{id}")
    @Needs(Right.CASE_READ)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var dossier = dossiers.of(id, page.today(), caller);
        return page.titled(dossier.one().number()).show("cases/case", dossier.model());
    }

    @GetMapping("/households/{id}/cases")
    @Needs(Right.CASE_WRITE)
    ModelAndView ofHousehold(@PathVariable UUID id, Page page, Caller caller) {
        var home = cases.household(id, caller);
        var model = new HashMap<String, Object>();
        model.put("household", home);
        model.put("lines", lines.of(cases.of(home, caller), page.today()));
        model.put("categories", terms.categories(page.today()));
        return page.titled("cases.of").show("cases/household", model);
    }

    @PostMapping("/households/{id}/cases")
    @Needs(Right.CASE_WRITE)
    String open(
            @PathVariable UUID id,
            @RequestParam Kind kind,
            @RequestParam(defaultValue = "") String category,
            @RequestParam String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var opened = cases.open(id, kind, category, words, caller);
        next.addFlashAttribute("said", page.t("cases.said.opened", opened.number()));
        return "redirect:/cases/" + opened.id();
    }
}
