package lianxin.particulars;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.registry.Household;
import lianxin.registry.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ParticularsPages {

    private final Particulars particulars;
    private final Lookup lookup;
    private final Households households;

    ParticularsPages(Particulars particulars, Lookup lookup, Households households) {
        this.particulars = particulars;
        this.lookup = lookup;
        this.households = households;
    }

    @GetMapping("/households/{id}/particulars")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView masked(@PathVariable UUID id, Page page, Caller caller) {
        return show(id, particulars.masked(id, caller), Map.of(), page);
    }

    /** In clear on the answer to this one request, nowhere else. */
    @PostMapping("/households/{id}/particulars/{kind}/reveal")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView reveal(
            @PathVariable UUID id, @PathVariable Kind kind, @RequestParam Reason reason, Page page, Caller caller) {
        var clear = particulars.reveal(id, kind, reason, caller);
        return show(id, particulars.masked(id, caller), Map.of(kind, clear), page);
    }

    @PostMapping("/households/{id}/particulars/{kind}")
    @Needs(Right.REGISTRY_WRITE)
    String put(
            @PathVariable UUID id,
            @PathVariable Kind kind,
            @RequestParam String value,
            @RequestParam LocalDate agreed,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        particulars.put(id, kind, value, agreed, caller);
        next.addFlashAttribute("said", page.t("particulars.said." + kind));
        return "redirect:/households/" + id + "/particulars";
    }

    @PostMapping("/households/{id}/particulars/{kind}/remove")
    @Needs(Right.REGISTRY_WRITE)
    String remove(@PathVariable UUID id, @PathVariable Kind kind, Page page, Caller caller, RedirectAttributes next) {
        particulars.remove(id, kind, caller);
        next.addFlashAttribute("said", page.t("particulars.said.removed"));
        return "redirect:/households/" + id + "/particulars";
    }

    @GetMapping("/particulars")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView ask(Page page) {
        return found(null, page);
    }

    /** Not a question in an address: addresses are kept in histories and logs. */
    @PostMapping("/particulars")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView whose(@RequestParam Kind kind, @RequestParam String value, Page page, Caller caller) {
        return found(lookup.find(kind, value, caller), page);
    }

    private ModelAndView found(@Nullable List<Household> households, Page page) {
        var model = new HashMap<String, Object>();
        model.put("kinds", List.of(Kind.values()));
        model.put("found", households);
        return page.titled("particulars.whose").show("particulars/whose", model);
    }

    private ModelAndView show(UUID id, Map<Kind, String> masked, Map<Kind, String> clear, Page page) {
        var model = new HashMap<String, Object>();
        model.put("household", households.require(id));
        model.put("kinds", List.of(Kind.values()));
        model.put("reasons", List.of(Reason.values()));
        model.put("masked", masked);
        model.put("clear", clear);
        return page.titled("particulars.title").show("particulars/household", model);
    }
}
