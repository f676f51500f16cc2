package lianxin.open311;

import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that may hand requests in. */
@Controller
class ClientPages {

    private final Clients clients;

    ClientPages(Clients clients) {
        this.clients = clients;
    }

    @GetMapping("/cases/programs")
    @Needs(Right.CASE_RULE)
    ModelAndView list(Page page, Caller caller) {
        return page.titled("open311.title").show("open311/clients", Map.of("clients", clients.on(caller)));
    }

    @PostMapping("/cases/programs")
    @Needs(Right.CASE_RULE)
    @StepUp
    String admit(
            @RequestParam String name,
            @RequestParam DivisionCode place,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        next.addFlashAttribute("key", clients.admit(name, place, caller));
        next.addFlashAttribute("said", page.t("open311.said.admitted"));
        return "redirect:/cases/programs";
    }

    @PostMapping("/cases/programs/{id}/end")
    @Needs(Right.CASE_RULE)
    String end(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        clients.end(id, caller);
        next.addFlashAttribute("said", page.t("open311.said.ended"));
        return "redirect:/cases/programs";
    }
}
