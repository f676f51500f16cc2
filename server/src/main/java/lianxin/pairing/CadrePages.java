package lianxin.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.Division;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cadre's own page, and the page a cadre sees of himself. */
@Controller
class CadrePages {

    private final Sight sight;
    private final Duties duties;
    private final Backups backups;
    private final Divisions divisions;
    private final Reads reads;

    CadrePages(Sight sight, Duties duties, Backups backups, Divisions divisions, Reads reads) {
        this.sight = sight;
        this.duties = duties;
        this.backups = backups;
        this.divisions = divisions;
        this.reads = reads;
    }

    @GetMapping("/cadres/{id}")
    @Needs(Right.PAIRING_READ)
    ModelAndView cadre(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
            Page page,
            Caller caller) {
        var duty = duties.of(sight.cadre(id, caller), page.day(), after, caller.ground());
        var model = new HashMap<String, Object>();
        reads.of(caller, Purpose.CADRE_PAGE, duty.people());
        model.put("duty", duty);
        model.put("names", names(duty.villages().keySet(), page.day()));
        model.put("whys", List.of(Backup.Why.values()));
        return page.titled(duty.cadre().name()).show("pairing/cadre", model);
    }

    /** What the villages under these codes are called on a day. */
    private Map<Long, String> names(Set<Long> codes, LocalDate day) {
        return codes.stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> divisions
                                .find(new DivisionCode(code), day)
                                .map(Division::name)
                                .orElseGet(code::toString)));
    }

    /** A contact cadre: his own households. A unit's liaison: its cadres. Everybody else has no households of his own. */
    @GetMapping("/mine")
    @Needs(Right.PAIRING_READ)
    ModelAndView mine(Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        if (caller.cadre() != null) {
            var duty = duties.of(sight.cadre(caller.cadre(), caller), page.day(), Pairings.FIRST, caller.ground());
            var answers = duties.answersFor(caller.cadre(), page.day());
            reads.of(caller, Purpose.HOUSEHOLD_LIST, duty.people());
            answers.forEach(a -> reads.of(caller, Purpose.HOUSEHOLD_LIST, a.people()));
            model.put("duty", duty);
            model.put("names", names(duty.villages().keySet(), page.day()));
            model.put("answers", answers);
            return page.titled("pairing.mine").show("pairing/mine", model);
        }
        if (caller.unit() != null) {
            model.put("people", duties.ofUnit(caller.unit(), page.day()));
            return page.titled("pairing.ours").show("pairing/ours", model);
        }
        return new ModelAndView("redirect:/pairing");
    }

    @GetMapping("/pairing/backups")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView absences(Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("absences", backups.from(page.day(), caller));
        return page.titled("pairing.backups").show("pairing/backups", model);
    }

    @PostMapping("/pairing/backups")
    @Needs(Right.PAIRING_REPAIR)
    String name(
            @RequestParam UUID cadre,
            @RequestParam(required = false) @Nullable UUID backup,
            @RequestParam Backup.Why why,
            @RequestParam LocalDate since,
            @RequestParam LocalDate until,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        if (backup == null) {
            backups.away(cadre, why, since, until, caller);
        } else {
            backups.name(cadre, backup, why, since, until, caller);
        }
        next.addFlashAttribute("said", page.t(backup == null ? "pairing.backup.open" : "pairing.backup.named"));
        return "redirect:/cadres/" + cadre;
    }

    @PostMapping("/pairing/backups/end")
    @Needs(Right.PAIRING_REPAIR)
    String end(
            @RequestParam UUID cadre,
            @RequestParam LocalDate since,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        backups.end(cadre, since, caller);
        next.addFlashAttribute("said", page.t("pairing.backup.ended"));
        return "redirect:/pairing/backups";
    }
}
