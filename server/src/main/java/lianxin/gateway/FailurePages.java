package lianxin.gateway;

import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions that did not reach a household, and what may be done about each. */
@Controller
class FailurePages {

    private final Failures failures;
    private final Provider provider;

    FailurePages(Failures failures, Provider provider) {
        this.failures = failures;
        this.provider = provider;
    }

    @GetMapping("/gateway/failed")
    @Needs(Right.CASE_DRAW)
    ModelAndView list(Page page, Caller caller) {
        return page.titled("gateway.failed")
                .show("gateway/failed", Map.of("lines", failures.on(caller), "on", provider.on()));
    }

    @PostMapping("/gateway/failed/{id}/again")
    @Needs(Right.CASE_DRAW)
    String again(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        failures.again(id, caller);
        next.addFlashAttribute("said", page.t("gateway.said.again"));
        return "redirect:/gateway/failed";
    }

    @PostMapping("/gateway/failed/{id}/leave")
    @Needs(Right.CASE_DRAW)
    String leave(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        failures.leave(id, caller);
        next.addFlashAttribute("said", page.t("gateway.said.left"));
        return "redirect:/gateway/failed";
    }
}
