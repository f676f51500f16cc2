package lianxin.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.Ground;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.Exclusions;
import lianxin.scheme.Grounds;
import lianxin.staff.Cadre;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which pairs must not be. */
@Controller
class ExclusionPages {

    private static final int FOUND = 20;

    private final Exclusions exclusions;
    private final Grounds grounds;
    private final Pairings pairings;
    private final Households households;
    private final Cadres cadres;

    ExclusionPages(Exclusions exclusions, Grounds grounds, Pairings pairings, Households households, Cadres cadres) {
        this.exclusions = exclusions;
        this.grounds = grounds;
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
    }

    /**
     * The pairs that must not be, and a form for one more.
     *
     * @param family words to look for a household by
     * @param person words to look for a cadre by
     */
    @GetMapping("/pairing/exclusions")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView exclusions(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String person,
            Page page,
            Caller caller) {
        var all = exclusions.on(caller.ground(), page.day());
        var found = households.search(family, caller.ground(), FOUND);
        var model = new HashMap<String, Object>();
        var families = Stream.concat(
                        all.stream().map(Exclusions.Exclusion::household),
                        found.stream().map(Household::id))
                .distinct()
                .toList();
        model.put("exclusions", all);
        model.put("families", households.byId(families));
        model.put(
                "people",
                cadres.byId(
                        all.stream().map(Exclusions.Exclusion::cadre).distinct().toList()));
        model.put("contacts", pairings.contactsOf(families, page.day()));
        model.put("family", family);
        model.put("person", person);
        model.put("foundFamilies", found);
        model.put("foundPeople", reachable(person, page, caller));
        return page.titled("pairing.exclusions").show("pairing/exclusions", model);
    }

    /** Cadres of the caller's ground, or of a unit that serves some of it. */
    private List<Cadre> reachable(String words, Page page, Caller caller) {
        var found = cadres.search(words, Ground.EVERYWHERE, 10 * FOUND);
        var serving = found.isEmpty()
                ? Set.<UUID>of()
                : grounds.on(caller.ground(), page.today()).stream()
                        .map(Grounds.UnitGround::unit)
                        .collect(Collectors.toSet());
        return found.stream()
                .filter(c -> caller.ground().contains(c.place()) || serving.contains(c.unit()))
                .limit(FOUND)
                .toList();
    }

    @PostMapping("/pairing/exclusions")
    @Needs(Right.PAIRING_REPAIR)
    String exclude(
            @RequestParam UUID household,
            @RequestParam UUID cadre,
            @RequestParam(defaultValue = "KINSHIP") String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        exclusions.exclude(household, cadre, reason, until, caller);
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
