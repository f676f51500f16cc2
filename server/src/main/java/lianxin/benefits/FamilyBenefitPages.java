package lianxin.benefits;

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

/** What an office says it sent to the household, and two large buttons: it arrived, it did not. */
@Controller
class FamilyBenefitPages {

    private final Arrivals arrivals;

    FamilyBenefitPages(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @GetMapping("/h/{code}/benefits")
    @AtMost(perMinute = 60)
    @Open(because = "whoever holds the card holds the code; the page names nobody")
    ModelAndView mine(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("benefits.yours")
                .show("benefits/family", Map.of("benefits", arrivals.of(code), "base", "/h/" + code + "/benefits"));
    }

    @PostMapping("/h/{code}/benefits/{id}/answer")
    @AtMost(perMinute = 12)
    @Open(because = "whoever holds the card says whether it arrived")
    String answer(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam Said said,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        notSignedIn(request);
        arrivals.say(code, id, said);
        next.addFlashAttribute("said", page.t("benefits.yours.thanks"));
        return "redirect:/h/" + code + "/benefits";
    }

    @PostMapping("/h/{code}/benefits/{id}/case")
    @AtMost(perMinute = 6)
    @Open(because = "whoever holds the card may have it looked into")
    String ask(
            @PathVariable String code,
            @PathVariable UUID id,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        notSignedIn(request);
        var missing = arrivals.one(code, id);
        var opened = arrivals.ask(
                code,
                id,
                page.t("benefits.case.words", missing.policy(), page.words().day(missing.arrivedOn())));
        next.addFlashAttribute("said", page.t("cases.said.heard", opened.number()));
        return "redirect:/h/" + code + "/cases";
    }

    private static void notSignedIn(HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            throw BenefitRefusal.FOR_HOUSEHOLDS.because();
        }
    }
}
