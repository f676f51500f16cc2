package lianxin.open311;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that are told when a case moves, and what was sent to each. */
@Controller
class HookPages {

    private static final String LIST = "redirect:/cases/programs/hooks";

    private final Hooks hooks;

    HookPages(Hooks hooks) {
        this.hooks = hooks;
    }

    @GetMapping("/cases/programs/hooks")
    @Needs(Right.CASE_RULE)
    ModelAndView list(@RequestParam(required = false) @Nullable UUID of, Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("hooks", hooks.on(caller));
        model.put("of", of);
        model.put("deliveries", of == null ? List.of() : hooks.deliveries(of, caller));
        return page.titled("open311.hooks").show("open311/hooks", model);
    }

    @PostMapping("/cases/programs/hooks")
    @Needs(Right.CASE_RULE)
    @StepUp
    String subscribe(
            @RequestParam String name,
            @RequestParam DivisionCode place,
            @RequestParam String address,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        next.addFlashAttribute("secret", hooks.subscribe(name, place, address, caller));
        next.addFlashAttribute("said", page.t("open311.hook.said.subscribed"));
        return LIST;
    }

    @PostMapping("/cases/programs/hooks/{id}/end")
    @Needs(Right.CASE_RULE)
    String end(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        hooks.end(id, caller);
        next.addFlashAttribute("said", page.t("open311.hook.said.ended"));
        return LIST;
    }

    @PostMapping("/cases/programs/hooks/{id}/resume")
    @Needs(Right.CASE_RULE)
    String resume(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        hooks.resume(id, caller);
        next.addFlashAttribute("said", page.t("open311.hook.said.resumed"));
        return LIST + "?of=" + id;
    }

    @PostMapping("/cases/programs/hooks/{id}/again")
    @Needs(Right.CASE_RULE)
    String again(
            @PathVariable UUID id, @RequestParam UUID delivery, Page page, Caller caller, RedirectAttributes next) {
        hooks.again(id, delivery, caller);
        next.addFlashAttribute("said", page.t("open311.hook.said.again"));
        return LIST + "?of=" + id;
    }
}
