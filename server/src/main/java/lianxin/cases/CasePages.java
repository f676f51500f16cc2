package lianxin.cases;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.mediation.Lists;
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
    private final Triage triage;
    private final Histories histories;
    private final Lines lines;
    private final Terms terms;
    private final Lists disputes;
    private final CaseAttachments attachments;

    CasePages(
            Cases cases,
            Triage triage,
            Histories histories,
            Lines lines,
            Terms terms,
            Lists disputes,
            CaseAttachments attachments) {
        this.cases = cases;
        this.triage = triage;
        this.histories = histories;
        this.lines = lines;
        this.terms = terms;
        this.disputes = disputes;
        this.attachments = attachments;
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
        model.put("files", attachments.of(one, caller));
        model.put("adds", attachments.adds(one, caller));
        model.put("bounds", attachments.bounds());
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
