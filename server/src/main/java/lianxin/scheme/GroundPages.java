package lianxin.scheme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.staff.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which unit serves which villages. */
@Controller
class GroundPages {

    private final Grounds grounds;
    private final Divisions divisions;
    private final Units units;

    GroundPages(Grounds grounds, Divisions divisions, Units units) {
        this.grounds = grounds;
        this.divisions = divisions;
        this.units = units;
    }

    @GetMapping("/pairing/grounds")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView grounds(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var served = grounds.given(here.code().ground(), page.day());
        var model = new HashMap<String, Object>();
        model.put("place", here);
        model.put("children", divisions.children(here, page.day()));
        model.put("served", served);
        model.put(
                "units", units.byId(served.stream().map(g -> g.served().unit()).collect(Collectors.toSet())));
        model.put("names", names(served, page.day()));
        model.put("choices", units.on(caller.ground()));
        return page.titled("scheme.grounds")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show("scheme/grounds", model);
    }

    private Map<Long, String> names(List<Grounds.Given> served, LocalDate day) {
        var names = new HashMap<Long, String>();
        for (var given : served) {
            var place = new DivisionCode(given.served().ground().lo());
            divisions.find(place, day).ifPresent(d -> names.put(place.value(), d.name()));
        }
        return names;
    }

    @PostMapping("/pairing/grounds")
    @Needs(Right.PAIRING_PROPOSE)
    String give(
            @RequestParam UUID unit,
            @RequestParam DivisionCode place,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        grounds.put(unit, place, page.today(), caller);
        next.addFlashAttribute("said", page.t("scheme.ground.given"));
        return "redirect:/pairing/grounds?place=" + place;
    }

    @PostMapping("/pairing/grounds/remove")
    @Needs(Right.PAIRING_PROPOSE)
    String take(
            @RequestParam UUID unit,
            @RequestParam DivisionCode place,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        grounds.remove(unit, place, page.today(), caller);
        next.addFlashAttribute("said", page.t("scheme.ground.taken"));
        return "redirect:/pairing/grounds?place=" + place;
    }
}
