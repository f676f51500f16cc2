package lianxin.matching;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.Unhurried;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/matchings")
class MatchingPages {

    private final Matchings matchings;
    private final MatchAdoptions adoptions;
    private final Pins pins;
    private final Outlooks outlooks;
    private final Divisions divisions;

    MatchingPages(Matchings matchings, MatchAdoptions adoptions, Pins pins, Outlooks outlooks, Divisions divisions) {
        this.matchings = matchings;
        this.adoptions = adoptions;
        this.pins = pins;
        this.outlooks = outlooks;
        this.divisions = divisions;
    }

    @Bean
    static Door matchingDoor() {
        return new Door(55, "matching.door", "/matchings", Right.PAIRING_PROPOSE.name());
    }

    @GetMapping
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView list(@RequestParam Optional<DivisionCode> place, Page page, Caller caller) {
        var here = divisions.here(place.orElse(null), page.day(), caller.ground());
        return page.titled("matching.list.title")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show(
                        "matching/list",
                        Map.of(
                                "place",
                                here,
                                "runs",
                                matchings.latest(here.code(), caller).stream()
                                        .map(run -> new Outlook.Listed(
                                                run, outlooks.place(run).name()))
                                        .toList()));
    }

    @PostMapping
    @Needs(Right.PAIRING_PROPOSE)
    String ask(@RequestParam DivisionCode place, @RequestParam LocalDate day, Caller caller) {
        return "redirect:/matchings/" + matchings.ask(place, day, caller);
    }

    @GetMapping("/{id}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView run(
            @PathVariable UUID id,
            @RequestParam Optional<DivisionCode> place,
            @RequestParam(defaultValue = "false") boolean units,
            Page page,
            Caller caller) {
        var run = matchings.require(id, caller);
        return switch (run.state()) {
            case PROPOSED, ADOPTED, SUPERSEDED -> {
                var at = place.orElse(run.place());
                yield at(page, run, at, caller)
                        .show(
                                "matching/match",
                                Map.of(
                                        "run",
                                        run,
                                        "sight",
                                        outlooks.sight(run, at),
                                        "burdens",
                                        outlooks.burdens(run, units),
                                        "adoptions",
                                        outlooks.adoptions(run)));
            }
            case INFEASIBLE ->
                at(page, run, run.place(), caller)
                        .show("matching/infeasible", Map.of("run", run, "reason", outlooks.reason(run)));
            case WAITING, SOLVING, CANCELLED, FAILED ->
                at(page, run, run.place(), caller).show("matching/progress", Map.of("run", run, "whole", true));
        };
    }

    private Page at(Page page, Run run, DivisionCode at, Caller caller) {
        var place = divisions.require(at, run.day());
        return page.titled(page.t("matching.run.title", place.name()))
                .at(divisions.crumbs(place, page.day(), caller.ground()), at.toString());
    }

    @GetMapping("/{id}/progress")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView progress(@PathVariable UUID id, Page page, Caller caller) {
        return page.show("matching/progress", Map.of("run", matchings.require(id, caller), "whole", false));
    }

    @PostMapping("/{id}/cancel")
    @Needs(Right.PAIRING_PROPOSE)
    String cancel(@PathVariable UUID id, Caller caller) {
        matchings.cancel(id, caller);
        return "redirect:/matchings/" + id;
    }

    /** What would change, village by village, or part by part of a large place: the preview before an adoption. */
    @GetMapping("/{id}/changes")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView changes(@PathVariable UUID id, @RequestParam Optional<DivisionCode> place, Page page, Caller caller) {
        var run = matchings.require(id, caller);
        var at = place.orElse(run.place());
        return at(page, run, at, caller)
                .titled("matching.changes.title")
                .show("matching/changes", Map.of("run", run, "sight", outlooks.sight(run, at)));
    }

    @PostMapping("/{id}/adopt")
    @Needs(Right.PAIRING_ADOPT)
    @Unhurried(because = "a city’s plan is checked and written whole, in one transaction")
    String adopt(
            @PathVariable UUID id,
            @RequestParam Optional<DivisionCode> place,
            @RequestParam String source,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        var whole = matchings.require(id, caller).place();
        var done = adoptions.adopt(id, place.orElse(whole), source, caller);
        var words = page.words();
        flash.addFlashAttribute(
                "said",
                page.t(
                        "matching.adopted.said",
                        words.day(done.day()),
                        words.n(done.villages()),
                        words.n(done.changed())));
        return "redirect:/matchings/" + id;
    }

    @PostMapping("/{id}/adoptions/{adoption}/undo")
    @Needs(Right.PAIRING_ADOPT)
    String undo(
            @PathVariable UUID id,
            @PathVariable UUID adoption,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        adoptions.undo(adoption, reason, caller);
        flash.addFlashAttribute("said", page.t("matching.undone.said"));
        return "redirect:/matchings/" + id;
    }

    @GetMapping("/{id}/villages/{code}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView village(@PathVariable UUID id, @PathVariable DivisionCode code, Page page, Caller caller) {
        var run = matchings.require(id, caller);
        var because = outlooks.because(run, code);
        return at(page, run, code, caller)
                .titled(page.t(
                        "matching.village.title",
                        because.names().village(because.village().village())))
                .show("matching/village", Map.of("run", run, "because", because));
    }

    @GetMapping("/{id}/units/{unit}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView unit(@PathVariable UUID id, @PathVariable UUID unit, Page page, Caller caller) {
        var run = matchings.require(id, caller);
        var server = outlooks.server(run, unit);
        return at(page, run, run.place(), caller)
                .titled(page.t("matching.unit.title", server.unit().name()))
                .show("matching/unit", Map.of("run", run, "server", server));
    }

    @PostMapping("/pins")
    @Needs(Right.PAIRING_PROPOSE)
    String pin(
            @RequestParam UUID run,
            @RequestParam DivisionCode place,
            @RequestParam UUID unit,
            @RequestParam String reason,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        pins.put(place, unit, reason, caller);
        flash.addFlashAttribute("said", page.t("matching.pinned.said"));
        return "redirect:/matchings/" + run + "/villages/" + place;
    }

    @PostMapping("/pins/remove")
    @Needs(Right.PAIRING_PROPOSE)
    String unpin(
            @RequestParam UUID run,
            @RequestParam DivisionCode place,
            @RequestParam UUID unit,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        pins.remove(place, unit, caller);
        flash.addFlashAttribute("said", page.t("matching.unpinned.said"));
        return "redirect:/matchings/" + run + "/villages/" + place;
    }
}
