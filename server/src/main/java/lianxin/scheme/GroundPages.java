package lianxin.scheme;

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

    /** More rows than anybody reads; then one for each unit. */
    private static final int MANY = 300;

    /** How many that have ended are shown. */
    private static final int ENDED = 20;

    private final Grounds grounds;
    private final Divisions divisions;
    private final Units units;
    private final Accounts accounts;

    GroundPages(Grounds grounds, Divisions divisions, Units units, Accounts accounts) {
        this.grounds = grounds;
        this.divisions = divisions;
        this.units = units;
        this.accounts = accounts;
    }

    @GetMapping("/pairing/grounds")
    @Needs(Right.PAIRING_REPAIR)
    ModelAndView grounds(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.day(), caller.ground());
        var places = grounds.perUnit(here.code().ground(), page.day());
        boolean many = places.values().stream().mapToLong(n -> n).sum() > MANY;
        var served = many ? List.<Grounds.Given>of() : grounds.given(here.code().ground(), page.day());
        var model = new HashMap<String, Object>();
        model.put("place", here);
        model.put("children", divisions.children(here, page.day()));
        var ended = grounds.ended(here.code().ground(), page.day(), ENDED);
        var shown = Stream.concat(served.stream(), ended.stream()).toList();
        model.put("served", served);
        model.put("ended", ended);
        model.put("places", many ? places : Map.of());
        model.put(
                "units",
                units.byId(Stream.concat(
                                places.keySet().stream(),
                                ended.stream().map(g -> g.served().unit()))
                        .collect(Collectors.toSet())));
        model.put("names", names(shown, page.day()));
        model.put("writers", accounts.names(writers(shown)));
        model.put("choices", units.on(caller.ground()));
        return page.titled("scheme.grounds")
                .at(
                        divisions.crumbs(here, page.day(), caller.ground()),
                        here.code().toString())
                .show("scheme/grounds", model);
    }

    private static Set<UUID> writers(List<Grounds.Given> all) {
        return all.stream()
                .flatMap(g -> g.ended() == null
                        ? Stream.of(g.by())
                        : Stream.of(g.by(), g.ended().by()))
                .collect(Collectors.toSet());
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
            @RequestParam(defaultValue = "") String source,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        grounds.put(unit, place, page.today(), source, caller);
        next.addFlashAttribute("said", page.t("scheme.ground.given"));
        return "redirect:/pairing/grounds?place=" + place;
    }

    @PostMapping("/pairing/grounds/remove")
    @Needs(Right.PAIRING_PROPOSE)
    String take(
            @RequestParam UUID unit,
            @RequestParam DivisionCode place,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        grounds.remove(unit, place, page.today(), reason, caller);
        next.addFlashAttribute("said", page.t("scheme.ground.taken"));
        return "redirect:/pairing/grounds?place=" + place;
    }
}
