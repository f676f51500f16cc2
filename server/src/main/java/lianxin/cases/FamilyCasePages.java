package lianxin.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The household’s own page of what it said and what became of it: large print, no account, nothing but its own words. Whoever is signed in here may look, and
 * may not speak for it.
 */
@Controller
class FamilyCasePages {

    private final Answers answers;
    private final Progress progress;
    private final Terms terms;

    FamilyCasePages(Answers answers, Progress progress, Terms terms) {
        this.answers = answers;
        this.progress = progress;
        this.terms = terms;
    }

    @GetMapping("/h/{code}/cases")
    @AtMost(perMinute = 60)
    @Open(because = "whoever holds the card holds the code; the page shows the household its own words")
    ModelAndView mine(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        var today = page.today();
        return page.titled("cases.yours")
                .show(
                        "cases/family",
                        Map.of(
                                "cases",
                                progress.stands(answers.of(code), today),
                                "petitions",
                                terms.lawful(Kind.PETITION, today).orElseThrow(),
                                "categories",
                                terms.categories(today),
                                "base",
                                "/h/" + code + "/cases"));
    }

    @PostMapping("/h/{code}/cases")
    @AtMost(perMinute = 6)
    @Open(because = "whoever holds the card may say what troubles him")
    String open(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String category,
            @RequestParam String words,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        notSignedIn(request);
        var opened = answers.open(code, category, words);
        next.addFlashAttribute("said", page.t("cases.said.heard", opened.number()));
        return "redirect:/h/" + code + "/cases";
    }

    @PostMapping("/h/{code}/cases/{id}/answer")
    @AtMost(perMinute = 12)
    @Open(because = "whoever holds the card says whether it is solved")
    String answer(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam Voice voice,
            @RequestParam(defaultValue = "") String words,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        notSignedIn(request);
        answers.byCard(code, id, voice, words);
        next.addFlashAttribute("said", page.t("cases.said." + voice));
        return "redirect:/h/" + code + "/cases";
    }

    @PostMapping("/h/{code}/cases/{id}/reopen")
    @AtMost(perMinute = 6)
    @Open(because = "whoever holds the card may have it opened again")
    String reopen(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam String words,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        notSignedIn(request);
        answers.reopen(code, id, words);
        next.addFlashAttribute("said", page.t("cases.said.reopened"));
        return "redirect:/h/" + code + "/cases";
    }

    /** Nobody who works here speaks for a household: not the cadre who stands beside it, not the handler. */
    private static void notSignedIn(HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            throw CaseRefusal.NOT_THE_HOUSEHOLD.because();
        }
    }
}
