package lianxin.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.region.Level;
import lianxin.registry.Household;
import lianxin.registry.Households;
import lianxin.scheme.Exclusion;
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
    private static final int A_PAGE = 200;

    private final Exclusions exclusions;
    private final Grounds grounds;
    private final Pairings pairings;
    private final Households households;
    private final Cadres cadres;
    private final Divisions divisions;
    private final Accounts accounts;
    private final Reads reads;

    ExclusionPages(
            Exclusions exclusions,
            Grounds grounds,
            Pairings pairings,
            Households households,
            Cadres cadres,
            Divisions divisions,
            Accounts accounts,
            Reads reads) {
        this.exclusions = exclusions;
        this.grounds = grounds;
        this.pairings = pairings;
        this.households = households;
        this.cadres = cadres;
        this.divisions = divisions;
        this.accounts = accounts;
        this.reads = reads;
    }

    /**
     * The pairs that must not be, a page of them from number {@code from} on, and a form for one more.
     *
     * @param family words to look for a household or a village by
     * @param person words to look for a cadre by
     */
    @GetMapping("/pairing/exclusions")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView exclusions(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "0") int from,
            Page page,
            Caller caller) {
        var holding = exclusions.on(caller.ground(), page.day());
        var ended = exclusions.ended(caller.ground(), page.day(), FOUND);
        int first = Math.max(0, from);
        var shown = holding.stream().skip(first).limit(A_PAGE).toList();
        var all = Stream.concat(shown.stream(), ended.stream()).toList();
        var found = households.search(family, caller.ground(), FOUND);
        var model = new HashMap<String, Object>();
        var families = Stream.concat(
                        all.stream().flatMap(x -> Stream.ofNullable(x.household())),
                        found.stream().map(Household::id))
                .distinct()
                .toList();
        reads.of(caller, Purpose.HOUSEHOLD_LIST, families);
        model.put("count", holding.size());
        model.put("exclusions", shown);
        model.put("next", first + A_PAGE < holding.size() ? Integer.toString(first + A_PAGE) : "");
        model.put("ended", ended);
        model.put("families", households.byId(families));
        model.put(
                "people",
                cadres.byId(all.stream().map(Exclusion::cadre).distinct().toList()));
        model.put("villages", villages(all, page.day()));
        model.put("writers", accounts.names(writers(all)));
        model.put("contacts", pairings.contactsOf(families, page.day()));
        model.put("family", family);
        model.put("person", person);
        model.put("foundFamilies", found);
        model.put("foundVillages", villages(family, caller));
        model.put("foundPeople", reachable(person, page, caller));
        return page.titled("pairing.exclusions").show("pairing/exclusions", model);
    }

    private Map<UUID, String> villages(List<Exclusion> all, LocalDate day) {
        var ids = all.stream().flatMap(x -> Stream.ofNullable(x.village())).toList();
        return divisions.byId(ids, day).values().stream().collect(Collectors.toMap(Division::id, Division::name));
    }

    private static Set<UUID> writers(List<Exclusion> all) {
        return all.stream()
                .flatMap(x -> x.ended() == null
                        ? Stream.of(x.by())
                        : Stream.of(x.by(), x.ended().by()))
                .collect(Collectors.toSet());
    }

    private List<Division> villages(String words, Caller caller) {
        return words.isBlank()
                ? List.of()
                : divisions.search(words, caller.ground(), FOUND).stream()
                        .filter(d -> d.level() == Level.VILLAGE)
                        .toList();
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
            @RequestParam Whom whom,
            @RequestParam UUID cadre,
            @RequestParam(defaultValue = "KINSHIP") String reason,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable LocalDate until,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        switch (whom) {
            case Whom.Village village ->
                exclusions.excludeVillage(village.code(), cadre, reason, source, until, caller);
            case Whom.Family family -> exclusions.exclude(family.id(), cadre, reason, source, until, caller);
        }
        next.addFlashAttribute("said", page.t("pairing.excluded"));
        return "redirect:/pairing/exclusions";
    }

    @PostMapping("/pairing/exclusions/admit")
    @Needs(Right.PAIRING_REPAIR)
    String admit(
            @RequestParam UUID exclusion,
            @RequestParam String reason,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        exclusions.admit(exclusion, reason, caller);
        next.addFlashAttribute("said", page.t("pairing.admitted"));
        return "redirect:/pairing/exclusions";
    }
}
