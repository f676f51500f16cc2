package lianxin.pairing;

import java.util.HashMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.staff.Cadres;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which pairs must not be. */
@Controller
class ExclusionPages {

    private final Exclusions exclusions;
    private final Pairings pairings;
    private final Households households;
    private final Cadres cadres;

    ExclusionPages(Exclusions exclusions, Pairings pairings, Households households, Cadres cadres) {
        this.exclusions = exclusions;
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
    }

    @GetMapping("/pairing/exclusions")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView exclusions(Page page, Caller caller) {
        var all = exclusions.on(caller.ground(), page.day());
        var families =
                all.stream().map(Exclusions.Exclusion::household).distinct().toList();
        var model = new HashMap<String, Object>();
        model.put("exclusions", all);
        model.put("families", households.byId(families));
        model.put(
                "people",
                cadres.byId(
                        all.stream().map(Exclusions.Exclusion::cadre).distinct().toList()));
        model.put("contacts", pairings.contactsOf(families, page.day()));
        return page.titled("pairing.exclusions").show("pairing/exclusions", model);
    }

    @PostMapping("/pairing/exclusions")
    @Needs(Right.PAIRING_REPAIR)
    String exclude(
            @RequestParam UUID household, @RequestParam UUID cadre, Page page, Caller caller, RedirectAttributes next) {
        exclusions.exclude(household, cadre, Reason.KINSHIP.name(), caller);
        next.addFlashAttribute("said", page.t("pairing.excluded"));
        return "redirect:/pairing/exclusions";
    }

    @PostMapping("/pairing/exclusions/admit")
    @Needs(Right.PAIRING_REPAIR)
    String admit(
            @RequestParam UUID household, @RequestParam UUID cadre, Page page, Caller caller, RedirectAttributes next) {
        exclusions.admit(household, cadre, caller);
        next.addFlashAttribute("said", page.t("pairing.admitted"));
        return "redirect:/pairing/exclusions";
    }
}
