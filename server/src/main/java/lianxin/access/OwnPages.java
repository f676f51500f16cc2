package lianxin.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one may act as oneself, who stands in, and what one was told. */
@Controller
class OwnPages {

    private final Callers callers;
    private final Mandates mandates;
    private final Notices notices;
    private final Divisions divisions;

    OwnPages(Callers callers, Mandates mandates, Notices notices, Divisions divisions) {
        this.callers = callers;
        this.mandates = mandates;
        this.notices = notices;
        this.divisions = divisions;
    }

    @GetMapping("/me")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView me(HttpServletRequest request, Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("choices", callers.choices(request));
        model.put("acting", callers.acting(request).orElseThrow().id());
        model.put("deputies", mandates.deputiesOf(caller));
        model.put("notices", notices.of(caller));
        model.put("places", new Places(divisions, page));
        return page.titled("access.me").show("access/me", model);
    }

    @PostMapping("/me/acting")
    @Needs(Right.OWN_ACCOUNT)
    String act(@RequestParam UUID mandate, HttpServletRequest request) {
        callers.act(mandate, request);
        return "redirect:/";
    }

    @PostMapping("/me/deputies")
    @Needs(Right.OWN_ACCOUNT)
    String deputise(
            @RequestParam UUID mandate,
            @RequestParam String login,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            Page page,
            Caller caller,
            RedirectAttributes redirect) {
        mandates.deputise(mandate, login, until, reason, caller);
        redirect.addFlashAttribute("said", page.t("access.deputy.named", login));
        return "redirect:/me";
    }

    @PostMapping("/me/deputies/end")
    @Needs(Right.OWN_ACCOUNT)
    String dismiss(@RequestParam UUID mandate, Caller caller) {
        mandates.dismissDeputy(mandate, caller);
        return "redirect:/me";
    }

    @PostMapping("/me/emergency")
    @Needs(Right.EMERGENCY_TAKE)
    String take(
            @RequestParam DivisionCode place,
            @RequestParam String reason,
            HttpServletRequest request,
            Page page,
            Caller caller,
            RedirectAttributes redirect) {
        var mandate = mandates.takeInEmergency(place, reason, caller);
        callers.act(mandate, request);
        redirect.addFlashAttribute("said", page.t("access.emergency.taken"));
        return "redirect:/";
    }

    @PostMapping("/me/notices/seen")
    @Needs(Right.OWN_ACCOUNT)
    String seen(@RequestParam UUID notice, Caller caller) {
        notices.seen(notice, caller);
        return "redirect:/me";
    }
}
