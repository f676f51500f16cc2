package lianxin.deeds;

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

/** What was promised to the household’s place, and two large buttons: it is so, it is not so. */
@Controller
class FamilyDeedPages {

    private final Voices voices;

    FamilyDeedPages(Voices voices) {
        this.voices = voices;
    }

    @GetMapping("/h/{code}/deeds")
    @AtMost(perMinute = 60)
    @Open(because = "whoever holds the card holds the code; the page shows what hangs in public anyway")
    ModelAndView asked(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("deeds.yours")
                .show("deeds/family", Map.of("questions", voices.of(code), "base", "/h/" + code + "/deeds"));
    }

    @PostMapping("/h/{code}/deeds/{id}/answer")
    @AtMost(perMinute = 12)
    @Open(because = "whoever holds the card says whether it was done")
    String answer(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam boolean yes,
            Page page,
            HttpServletRequest request,
            RedirectAttributes next) {
        if (request.getUserPrincipal() != null) { // nobody who works here speaks for a household
            throw DeedRefusal.FOR_HOUSEHOLDS.because();
        }
        voices.answer(code, id, yes);
        next.addFlashAttribute("said", page.t("deeds.yours.thanks"));
        return "redirect:/h/" + code + "/deeds";
    }
}
