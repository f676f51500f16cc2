package lianxin.cases;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.mediation.Lists;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case with all that happened to it, a household’s, and a new one. */
@Controller
class CasePages {

    private final Cases cases;
    private final Triage triage;
    private final Histories histories;
    private final Lines lines;
    private final Terms terms;
    private final Lists disputes;

    CasePages(Cases cases, Triage triage, Histories histories, Lines lines, Terms terms, Lists disputes) {
        this.cases = cases;
        this.triage = triage;
        this.histories = histories;
        this.lines = lines;
        this.terms = terms;
        this.disputes = disputes;
    }

    @GetMapping("/cases/{id}")
    @Needs(Right.CASE_READ)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var one = cases.require(id, caller);
        var today = page.today();
        var model = new HashMap<String, Object>();
        model.put("line", lines.of(List.of(one), today).getFirst());
        model.put("history", histories.of(one));
        model.put("merged", lines.of(cases.mergedInto(one), today));
        model.put("mine", one.desk().isOf(caller, one.place()));
        var sorts = Triage.sorts(one, caller);
        model.put("sorts", sorts);
        model.put("takes", triage.takes(one, caller));
        model.put("alike", sorts && one.stage().work() ? lines.of(cases.alike(one, caller), today) : List.of());
        model.put("choices", sorts ? lines.choices(one.place(), today) : List.of());
        model.put("suggested", sorts ? triage.suggested(one) : null);
        model.put("likely", sorts && one.stage().work() ? triage.likely(one) : null);
        model.put("disputes", sorts && one.kind() == Kind.DISPUTE ? disputes.kinds(today) : List.of());
        model.put("categories", terms.categories(today));
        model.put("term", terms.term(one.category(), today));
        return page.titled(one.number()).show("cases/case", model);
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
