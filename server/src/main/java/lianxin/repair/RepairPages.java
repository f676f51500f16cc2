package lianxin.repair;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import lianxin.staff.Cadres;
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
@RequestMapping("/repairs")
class RepairPages {

    private final Repairs repairs;
    private final Names names;
    private final Divisions divisions;
    private final Cadres cadres;
    private final Reads reads;

    RepairPages(Repairs repairs, Names names, Divisions divisions, Cadres cadres, Reads reads) {
        this.repairs = repairs;
        this.names = names;
        this.divisions = divisions;
        this.cadres = cadres;
        this.reads = reads;
    }

    @Bean
    static Door repairDoor() {
        return new Door(61, "repair.door", "/repairs", Right.PAIRING_REPAIR.name());
    }

    @GetMapping
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView list(@RequestParam Optional<DivisionCode> place, Page page, Caller caller) {
        var here = divisions.here(place.orElse(null), page.day(), caller.ground());
        var waiting = repairs.waiting(here.code(), page.day(), caller);
        var townships = new java.util.HashMap<Long, String>();
        divisions
                .on(here.code().ground(), Level.TOWNSHIP, page.day())
                .forEach(d -> townships.put(d.code().value(), d.name()));
        townships.putIfAbsent(here.code().value() / 1_000 * 1_000, here.name());
        return page.titled("repair.title")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show(
                        "repair/repairs",
                        Map.of(
                                "place",
                                here,
                                "waiting",
                                waiting,
                                "names",
                                townships,
                                "people",
                                names.people(waiting),
                                "units",
                                names.units(waiting),
                                "villages",
                                names.villages(waiting, page.day())));
    }

    @GetMapping("/cadre/{cadre}")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView cadre(
            @PathVariable UUID cadre,
            @RequestParam Optional<LocalDate> day,
            @RequestParam(defaultValue = "FEWEST") Aim aim,
            Page page,
            Caller caller) {
        var from = day.orElse(page.today());
        var repair = repairs.forCadre(cadre, from, aim, caller);
        reads.of(caller, Purpose.PROPOSAL, repair.families());
        return page.titled(page.t("repair.cadre.title", cadres.require(cadre).name()))
                .show("repair/cadre", Map.of("cadre", cadres.require(cadre), "mended", names.of(repair)));
    }

    @PostMapping("/cadre/{cadre}")
    @Needs(Right.PAIRING_REPAIR)
    String adoptCadre(
            @PathVariable UUID cadre,
            @RequestParam LocalDate day,
            @RequestParam Aim aim,
            @RequestParam boolean leaves,
            @RequestParam String shown,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        var repair = repairs.adoptForCadre(cadre, day, aim, leaves, shown, caller);
        flash.addFlashAttribute(
                "said",
                page.t(
                        leaves ? "repair.left.said" : "repair.ill.said",
                        cadres.require(cadre).name(),
                        page.words().n(repair.steps().size()),
                        page.words().day(day)));
        return "redirect:/cadres/" + cadre;
    }

    @GetMapping("/place/{code}")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView place(
            @PathVariable DivisionCode code,
            @RequestParam Optional<LocalDate> day,
            @RequestParam(defaultValue = "FEWEST") Aim aim,
            Page page,
            Caller caller) {
        var from = day.orElse(page.today());
        var place = divisions.here(code, from, caller.ground());
        var repair = repairs.forPlace(code, from, aim, caller);
        reads.of(caller, Purpose.PROPOSAL, repair.families());
        return page.titled(page.t("repair.place.title", place.name()))
                .at(divisions.crumbs(place, page.day(), caller.ground()), code.toString())
                .show("repair/place", Map.of("place", place, "mended", names.of(repair)));
    }

    @PostMapping("/place/{code}")
    @Needs(Right.PAIRING_REPAIR)
    String adoptPlace(
            @PathVariable DivisionCode code,
            @RequestParam LocalDate day,
            @RequestParam Aim aim,
            @RequestParam String shown,
            Page page,
            Caller caller,
            RedirectAttributes flash) {
        var repair = repairs.adoptForPlace(code, day, aim, shown, caller);
        flash.addFlashAttribute(
                "said",
                page.t(
                        "repair.place.said",
                        page.words().n(repair.steps().size()),
                        page.words().day(day)));
        return "redirect:/repairs?place=" + code;
    }
}
