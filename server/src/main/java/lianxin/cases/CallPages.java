package lianxin.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws for calling back, and the calls somebody still has to make. */
@Controller
class CallPages {

    private final Calls calls;
    private final Lines lines;

    CallPages(Calls calls, Lines lines) {
        this.calls = calls;
        this.lines = lines;
    }

    @GetMapping("/cases/draws")
    @Needs(Right.CASE_READ)
    ModelAndView draws(Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("draws", calls.draws(caller));
        model.put("interviewers", caller.holds(Right.CASE_DRAW) ? calls.interviewers(caller) : Map.of());
        return page.titled("cases.draws").show("cases/draws", model);
    }

    @PostMapping("/cases/draws")
    @AtMost(perMinute = 10)
    @Needs(Right.CASE_DRAW)
    String draw(
            @RequestParam DivisionCode place,
            @RequestParam int wanted,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var draw = calls.draw(place, wanted, caller);
        next.addFlashAttribute("said", page.t("cases.said.drawn", draw.drawn(), draw.population()));
        return "redirect:/cases/draws";
    }

    @PostMapping("/cases/interviewers")
    @Needs(Right.CASE_DRAW)
    String name(
            @RequestParam String login,
            @RequestParam DivisionCode county,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        calls.name(login, county, caller);
        next.addFlashAttribute("said", page.t("cases.said.named"));
        return "redirect:/cases/draws";
    }

    @GetMapping("/cases/calls")
    @Needs(Right.CASE_CALL)
    ModelAndView mine(Page page, Caller caller) {
        return page.titled("cases.calls")
                .show("cases/calls", Map.of("lines", lines.of(calls.mine(caller), page.today())));
    }

    @PostMapping("/cases/{id}/called")
    @Needs(Right.CASE_CALL)
    String said(
            @PathVariable UUID id,
            @RequestParam Voice voice,
            @RequestParam(defaultValue = "") String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        calls.said(id, voice, words, caller);
        next.addFlashAttribute("said", page.t("cases.said.called"));
        return "redirect:/cases/calls";
    }
}
