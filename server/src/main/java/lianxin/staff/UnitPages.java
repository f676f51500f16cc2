package lianxin.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class UnitPages {

    private final Units units;
    private final Cadres cadres;
    private final Divisions divisions;

    UnitPages(Units units, Cadres cadres, Divisions divisions) {
        this.units = units;
        this.cadres = cadres;
        this.divisions = divisions;
    }

    @GetMapping("/units/{id}")
    @Needs(Right.REGISTRY_READ)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var family = units.family(id, caller);
        var place = divisions.require(new DivisionCode(family.unit().place()), page.day());
        var model = new HashMap<String, Object>();
        model.put("family", family);
        model.put("cadres", cadres.of(id, page.day()));
        model.put("place", place);
        return page.titled(family.unit().name())
                .at(
                        divisions.crumbs(place, page.day(), caller.ground()),
                        place.code().toString())
                .show("staff/unit", model);
    }

    @GetMapping("/units/new")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView blank(@RequestParam(required = false) @Nullable DivisionCode place, Page page) {
        return form(page, "staff.unit.new", null, place == null ? "" : place.toString(), "");
    }

    @PostMapping("/units/new")
    @Needs(Right.REGISTRY_WRITE)
    String register(@ModelAttribute Form form, Page page, Caller caller, RedirectAttributes then) {
        var id = units.register(form.key(), facts(form, caller), day(form, page), caller);
        then.addFlashAttribute("said", page.t("staff.unit.said.register", form.name()));
        return "redirect:/units/" + id;
    }

    @GetMapping("/units/{id}/correct")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView correct(@PathVariable UUID id, Page page, Caller caller) {
        var family = units.family(id, caller);
        return form(
                page,
                family.unit().name(),
                family.unit(),
                String.valueOf(family.unit().place()),
                family.above().isEmpty() ? "" : family.above().getFirst().key());
    }

    @PostMapping("/units/{id}/correct")
    @Needs(Right.REGISTRY_WRITE)
    String amend(@PathVariable UUID id, @ModelAttribute Form form, Page page, Caller caller, RedirectAttributes then) {
        units.amend(id, form.version(), facts(form, caller), caller);
        then.addFlashAttribute("said", page.t("staff.unit.said.amend", form.name()));
        return "redirect:/units/" + id;
    }

    @PostMapping("/units/{id}/close")
    @Needs(Right.REGISTRY_WRITE)
    String close(@PathVariable UUID id, @ModelAttribute Form form, Page page, Caller caller, RedirectAttributes then) {
        var name = units.family(id, caller).unit().name();
        units.close(id, form.version(), day(form, page), caller);
        then.addFlashAttribute("said", page.t("staff.unit.said.close", name));
        return "redirect:/units";
    }

    private static ModelAndView form(Page page, String title, @Nullable Unit unit, String place, String parent) {
        var model = new HashMap<String, Object>();
        model.put("unit", unit);
        model.put("place", place);
        model.put("parent", parent);
        return page.titled(title).show("staff/unit-form", model);
    }

    private UnitFacts facts(Form form, Caller caller) {
        return new UnitFacts(
                form.name(),
                form.parent() == null || form.parent().isBlank()
                        ? null
                        : units.named(form.parent(), caller).id(),
                form.level(),
                form.kind(),
                DivisionCode.of(form.place().strip()),
                form.lon(),
                form.lat());
    }

    private static LocalDate day(Form form, Page page) {
        return form.day() == null ? page.today() : form.day();
    }

    /** What the form sends. */
    record Form(
            String key,
            String name,
            @Nullable String parent,
            String level,
            String kind,
            String place,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            int version) {}
}
