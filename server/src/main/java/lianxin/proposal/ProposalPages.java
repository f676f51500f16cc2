package lianxin.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.privacy.Datum;
import lianxin.record.Purpose;
import lianxin.record.Reads;
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
@RequestMapping("/proposals")
class ProposalPages {

    /** Households of a village on one page. */
    private static final int PAIRS = 200;

    private final Proposals proposals;
    private final Adoptions adoptions;
    private final Moves moves;
    private final Outlooks outlooks;
    private final Divisions divisions;
    private final Reads reads;

    ProposalPages(
            Proposals proposals,
            Adoptions adoptions,
            Moves moves,
            Outlooks outlooks,
            Divisions divisions,
            Reads reads) {
        this.proposals = proposals;
        this.adoptions = adoptions;
        this.moves = moves;
        this.outlooks = outlooks;
        this.divisions = divisions;
        this.reads = reads;
    }

    @Bean
    static Door proposalDoor() {
        return new Door(60, "proposal.door", "/proposals", Right.PAIRING_PROPOSE.name());
    }

    @GetMapping
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView list(@RequestParam Optional<DivisionCode> place, Page page, Caller caller) {
        var here = divisions.here(place.orElse(null), page.day(), caller.ground());
        return page.titled("proposal.list.title")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show(
                        "proposal/list",
                        Map.of(
                                "place",
                                here,
                                "runs",
                                proposals.latest(here.code(), caller).stream()
                                        .map(run -> new Outlook.Listed(
                                                run, outlooks.place(run).name()))
                                        .toList()));
    }

    @PostMapping
    @Needs(Right.PAIRING_PROPOSE)
    String ask(
            @RequestParam DivisionCode place,
            @RequestParam LocalDate day,
            @RequestParam Optional<Integer> villages,
            Caller caller) {
        return "redirect:/proposals/" + proposals.ask(place, day, villages.orElse(null), caller);
    }

    @GetMapping("/{id}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView run(@PathVariable UUID id, @RequestParam Optional<DivisionCode> place, Page page, Caller caller) {
        var run = proposals.require(id, caller);
        return switch (run.state()) {
            case PROPOSED, ADOPTED, SUPERSEDED -> proposed(run, place.orElse(run.place()), page, caller);
            case INFEASIBLE ->
                at(page, run, run.place(), caller)
                        .show("proposal/infeasible", Map.of("run", run, "reason", outlooks.reason(run)));
            case WAITING, SOLVING, CANCELLED, FAILED ->
                at(page, run, run.place(), caller).show("proposal/progress", Map.of("run", run, "whole", true));
        };
    }

    private ModelAndView proposed(Run run, DivisionCode at, Page page, Caller caller) {
        return at(page, run, at, caller)
                .show(
                        "proposal/run",
                        Map.of(
                                "run",
                                run,
                                "place",
                                divisions.require(at, run.day()),
                                "places",
                                outlooks.places(run, at),
                                "changes",
                                outlooks.mostChanged(run),
                                "others",
                                proposals.latest(run.place(), caller).stream()
                                        .filter(other -> other.totals() != null
                                                && !other.id().equals(run.id())
                                                && other.ground().equals(run.ground()))
                                        .limit(5)
                                        .toList()));
    }

    private Page at(Page page, Run run, DivisionCode at, Caller caller) {
        var place = divisions.require(at, run.day());
        return page.titled(page.t("proposal.run.title", place.name()))
                .at(divisions.crumbs(place, page.day(), caller.ground()), at.toString());
    }

    @GetMapping("/{id}/progress")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView progress(@PathVariable UUID id, Page page, Caller caller) {
        return page.show("proposal/progress", Map.of("run", proposals.require(id, caller), "whole", false));
    }

    @PostMapping("/{id}/cancel")
    @Needs(Right.PAIRING_PROPOSE)
    String cancel(@PathVariable UUID id, Caller caller) {
        proposals.cancel(id, caller);
        return "redirect:/proposals/" + id;
    }

    @PostMapping("/{id}/adopt")
    @Needs(Right.PAIRING_ADOPT)
    String adopt(
            @PathVariable UUID id,
            @RequestParam DivisionCode place,
            @RequestParam(defaultValue = "false") boolean rest,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        var done = adoptions.adopt(id, place, rest, caller);
        var words = page.words();
        flash.addFlashAttribute(
                "said",
                page.t(
                                "proposal.adopted.said",
                                words.day(done.day()),
                                words.n(done.villages()),
                                words.n(done.given()),
                                words.n(done.changed()),
                                words.n(done.kept()),
                                words.n(done.left()))
                        + page.t(
                                "proposal.claim." + done.proven().claim(),
                                words.n(done.proven().above())));
        return "redirect:/proposals/" + id;
    }

    @GetMapping("/{id}/units")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView units(@PathVariable UUID id, Page page, Caller caller) {
        var run = proposals.solved(id, caller);
        return at(page, run, run.place(), caller)
                .titled("proposal.units.title")
                .show(
                        "proposal/units",
                        Map.of("run", run, "units", outlooks.units(run), "limits", outlooks.dearestLimits(run)));
    }

    @GetMapping("/{id}/villages/{code}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView village(
            @PathVariable UUID id,
            @PathVariable DivisionCode code,
            @RequestParam(defaultValue = "0") int after,
            Page page,
            Caller caller) {
        var run = proposals.require(id, caller);
        var village = outlooks.village(run, code, after, PAIRS);
        reads.of(
                caller,
                Purpose.PROPOSAL,
                village.pairs().stream().map(Outlook.Pair::household).toList());
        return at(page, run, code, caller)
                .titled(page.t("proposal.village.title", village.name()))
                .show("proposal/village", Map.of("run", run, "village", village));
    }

    @GetMapping("/{id}/cadres/{cadre}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView cadre(@PathVariable UUID id, @PathVariable UUID cadre, Page page, Caller caller) {
        var run = proposals.require(id, caller);
        var holder = outlooks.holder(run, cadre);
        reads.of(
                caller,
                Purpose.PROPOSAL,
                holder.byVillage().values().stream()
                        .flatMap(List::stream)
                        .map(Outlook.Pair::household)
                        .toList());
        return at(page, run, run.place(), caller)
                .titled(page.t("proposal.cadre.title", holder.cadre().name()))
                .show("proposal/cadre", Map.of("run", run, "holder", holder));
    }

    @GetMapping("/{id}/households/{household}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView household(@PathVariable UUID id, @PathVariable UUID household, Page page, Caller caller) {
        var run = proposals.require(id, caller);
        var because = outlooks.because(run, household, caller);
        reads.of(caller, Purpose.PROPOSAL, List.of(household));
        return at(page, run, new DivisionCode(because.place()), caller)
                .titled(page.t("proposal.why.title", Datum.HEAD.shown(because.head(), page)))
                .show("proposal/why", Map.of("run", run, "because", because));
    }

    @PostMapping("/{id}/households/{household}/move")
    @Needs(Right.PAIRING_PROPOSE)
    String move(
            @PathVariable UUID id,
            @PathVariable UUID household,
            @RequestParam UUID cadre,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        moves.move(id, household, cadre, caller);
        flash.addFlashAttribute("said", page.t("proposal.moved.said"));
        return "redirect:/proposals/" + id + "/households/" + household;
    }

    @GetMapping("/{id}/against/{other}")
    @Needs(Right.PAIRING_PROPOSE)
    ModelAndView against(
            @PathVariable UUID id,
            @PathVariable UUID other,
            @RequestParam Optional<DivisionCode> place,
            Page page,
            Caller caller) {
        var run = proposals.solved(id, caller);
        var second = proposals.solved(other, caller);
        var at = place.orElse(run.place());
        return at(page, run, at, caller)
                .titled("proposal.against.title")
                .show(
                        "proposal/against",
                        Map.of("run", run, "other", second, "differences", outlooks.differences(run, second, at)));
    }
}
