package lianxin.deeds;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Ids;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deeds of a place, a promise before and as it is given, and one deed with all that was said of it. */
@Controller
class DeedPages {

    private final Deeds deeds;
    private final Divisions divisions;

    DeedPages(Deeds deeds, Divisions divisions) {
        this.deeds = deeds;
        this.divisions = divisions;
    }

    @Bean
    static Door deedsDoor() {
        return new Door(36, "deeds.door", "/deeds", Right.OVERVIEW_READ.name());
    }

    @GetMapping("/deeds")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView list(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.today(), caller.ground());
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put("lines", Line.of(deeds.at(here.code(), caller), divisions, page.today(), page.words()));
        model.put("figures", deeds.figures(here.code(), caller));
        model.put("pace", deeds.pace());
        return page.titled("deeds.door")
                .at(
                        divisions.crumbs(here, page.today(), caller.ground()),
                        here.code().toString())
                .show("deeds/list", model);
    }

    @GetMapping("/deeds/new")
    @Needs(Right.DEED_PROMISE)
    ModelAndView form(@RequestParam(required = false) @Nullable DivisionCode place, Page page, Caller caller) {
        var here = divisions.here(place, page.today(), caller.ground());
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put(
                "wish",
                new PromiseDeed(Ids.next(), here.code(), "", "", page.today().plusMonths(3), null, ""));
        model.put("pace", deeds.pace());
        return page.titled("deeds.new")
                .at(
                        divisions.crumbs(here, page.today(), caller.ground()),
                        here.code().toString())
                .show("deeds/new", model);
    }

    @PostMapping("/deeds/preview")
    @Needs(Right.DEED_PROMISE)
    ModelAndView preview(
            @RequestParam UUID id,
            @RequestParam DivisionCode place,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam LocalDate dueOn,
            @RequestParam(required = false) @Nullable Long cost,
            @RequestParam(defaultValue = "") String fund,
            Page page,
            Caller caller) {
        var here = divisions.here(place, page.today(), caller.ground());
        var wish = deeds.preview(new PromiseDeed(id, place, title, words, dueOn, cost, fund), caller);
        var model = new HashMap<String, Object>();
        model.put("here", here);
        model.put("wish", wish);
        model.put("promiser", deeds.name(caller, page.words()));
        return page.titled("deeds.preview")
                .at(
                        divisions.crumbs(here, page.today(), caller.ground()),
                        here.code().toString())
                .show("deeds/preview", model);
    }

    @PostMapping("/deeds")
    @Needs(Right.DEED_PROMISE)
    String promise(
            @RequestParam UUID id,
            @RequestParam DivisionCode place,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam LocalDate dueOn,
            @RequestParam(required = false) @Nullable Long cost,
            @RequestParam(defaultValue = "") String fund,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var kept = deeds.promise(new PromiseDeed(id, place, title, words, dueOn, cost, fund), caller);
        next.addFlashAttribute("said", page.t("deeds.said.PROMISED"));
        return "redirect:/deeds/" + kept.id();
    }

    @GetMapping("/deeds/{id}")
    @Needs(Right.OVERVIEW_READ)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var deed = deeds.require(id, caller);
        var model = new HashMap<String, Object>();
        model.put("line", Line.of(deed, divisions, page.today(), page.words()));
        model.put("history", deeds.history(deed));
        model.put("his", caller.holds(Right.DEED_PROMISE) && DeedRules.his(deed, caller) ? Life.his(deed) : Set.of());
        return page.titled(deed.title()).show("deeds/deed", model);
    }

    @PostMapping("/deeds/{id}/say")
    @Needs(Right.DEED_PROMISE)
    String say(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Stage stage,
            @RequestParam(defaultValue = "") String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var said = deeds.say(id, version, stage, words, caller);
        next.addFlashAttribute("said", page.t("deeds.said." + said.stage()));
        return "redirect:/deeds/" + id;
    }
}
