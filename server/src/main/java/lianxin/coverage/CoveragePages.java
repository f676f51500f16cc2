package lianxin.coverage;

import java.util.Map;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
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

/** Whether every household has its one contact and every cadre his households. */
@Controller
class CoveragePages {

    private static final int SHOWN = 10;
    private static final int A_PAGE = 50;

    private final Coverage coverage;
    private final NightlyCheck check;
    private final Divisions divisions;
    private final Reads reads;

    CoveragePages(Coverage coverage, NightlyCheck check, Divisions divisions, Reads reads) {
        this.coverage = coverage;
        this.check = check;
        this.divisions = divisions;
        this.reads = reads;
    }

    @GetMapping("/pairing")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView coverage(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        if (caller.unit() != null) {
            return new ModelAndView("redirect:/mine");
        }
        var here = divisions.here(place, page.day(), caller.ground());
        var seen = coverage.of(here, page.day(), SHOWN, caller);
        reads.of(
                caller,
                Purpose.HOUSEHOLD_LIST,
                seen.gaps().stream().map(gap -> gap.household().id()).toList());
        return page.titled("coverage.title")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show("coverage/coverage", Map.of("seen", seen));
    }

    @PostMapping("/pairing/check")
    @Needs(Right.PAIRING_REPAIR)
    String checkNow(@RequestParam DivisionCode place, Page page, Caller caller, RedirectAttributes next) {
        var found = check.check(place, caller);
        next.addFlashAttribute("said", page.t(found.kept() ? "coverage.check.kept" : "coverage.check.not-kept"));
        return "redirect:/pairing?place=" + place;
    }

    /** Who was whose contact in a village on the day shown. */
    @GetMapping("/pairing/villages/{code}")
    @Needs(Right.HOUSEHOLDS_READ)
    ModelAndView village(
            @PathVariable DivisionCode code,
            @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
            Page page,
            Caller caller) {
        var here = divisions.here(code, page.day(), caller.ground());
        var pairs = coverage.village(here, page.day(), after, A_PAGE, caller);
        reads.of(
                caller,
                Purpose.VILLAGE_PAGE,
                pairs.stream().map(pair -> pair.household().id()).toList());
        return page.titled(here.name())
                .at(divisions.crumbs(here, page.day(), caller.ground()), code.toString())
                .show("coverage/village", Map.of("place", here, "pairs", pairs, "more", pairs.size() == A_PAGE));
    }
}
