package lianxin.gateway;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether a household agreed to being asked by message. */
@Controller
class AgreementPages {

    private final Agreements agreements;
    private final Provider provider;

    AgreementPages(Agreements agreements, Provider provider) {
        this.agreements = agreements;
        this.provider = provider;
    }

    @GetMapping("/households/{id}/messages")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView show(@PathVariable UUID id, Page page, Caller caller) {
        var home = agreements.of(id, caller);
        var model = new HashMap<String, Object>();
        model.put("household", home);
        model.put("on", provider.on());
        model.put("since", agreements.since(home).orElse(null));
        return page.titled("gateway.title").show("gateway/household", model);
    }

    @PostMapping("/households/{id}/messages")
    @Needs(Right.REGISTRY_WRITE)
    String agree(
            @PathVariable UUID id, @RequestParam LocalDate agreed, Page page, Caller caller, RedirectAttributes next) {
        agreements.agree(id, agreed, caller);
        next.addFlashAttribute("said", page.t("gateway.said.agreed"));
        return "redirect:/households/" + id + "/messages";
    }

    @PostMapping("/households/{id}/messages/end")
    @Needs(Right.REGISTRY_WRITE)
    String end(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        agreements.end(id, caller);
        next.addFlashAttribute("said", page.t("gateway.said.ended"));
        return "redirect:/households/" + id + "/messages";
    }
}
