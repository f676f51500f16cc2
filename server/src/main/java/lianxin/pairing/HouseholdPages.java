package lianxin.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Divisions;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A household's own page. */
@Controller
class HouseholdPages {

    private final Households households;
    private final Sight sight;
    private final Stories stories;
    private final Schemes schemes;
    private final Pins pins;
    private final Handovers handovers;
    private final Divisions divisions;
    private final Reads reads;

    HouseholdPages(
            Households households,
            Sight sight,
            Stories stories,
            Schemes schemes,
            Pins pins,
            Handovers handovers,
            Divisions divisions,
            Reads reads) {
        this.households = households;
        this.sight = sight;
        this.stories = stories;
        this.schemes = schemes;
        this.pins = pins;
        this.handovers = handovers;
        this.divisions = divisions;
        this.reads = reads;
    }

    @GetMapping("/households/{id}")
    @Needs(Right.PAIRING_READ)
    ModelAndView household(@PathVariable UUID id, Page page, Caller caller) {
        var now = sight.household(id, caller);
        reads.of(caller, Purpose.HOUSEHOLD_PAGE, List.of(id));
        var then = households.asOf(id, page.day()).orElse(now);
        var village = divisions.require(now.village(), page.today());
        var model = new HashMap<String, Object>();
        model.put("household", then);
        model.put("village", village);
        model.put("story", stories.of(id, page.day()));
        model.put("care", schemes.inForce(page.day()).rules().care(then.needs()));
        model.put("needs", needs(then, page));
        model.put("pinned", pins.has(id));
        model.put("reasons", PairingRules.BY_HAND);
        model.put(
                "candidates",
                page.may("PAIRING_REPAIR") && !page.past() && now.lives(page.today())
                        ? stories.candidates(now, page.today())
                        : List.of());
        return page.titled(page.t("pairing.family", then.head()))
                .at(
                        divisions.crumbs(village, page.today(), caller.ground()),
                        village.code().toString())
                .show("pairing/household", model);
    }

    private List<String> needs(Household household, Page page) {
        var categories = households.needCategories();
        return household.needs().stream()
                .map(code -> Optional.ofNullable(categories.get(code))
                        .map(c -> page.words().chinese() ? c.nameZh() : c.nameEn())
                        .orElse(code))
                .toList();
    }

    @PostMapping("/households/{id}/reassign")
    @Needs(Right.PAIRING_REPAIR)
    String reassign(
            @PathVariable UUID id,
            @RequestParam UUID cadre,
            @RequestParam Reason reason,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "false") boolean pin,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        handovers.reassign(id, cadre, reason, day, pin, caller);
        next.addFlashAttribute("said", page.t("pairing.reassigned"));
        return "redirect:/households/" + id;
    }

    @PostMapping("/households/{id}/unpin")
    @Needs(Right.PAIRING_REPAIR)
    String unpin(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        handovers.unpin(id, caller);
        next.addFlashAttribute("said", page.t("pairing.unpinned"));
        return "redirect:/households/" + id;
    }
}
