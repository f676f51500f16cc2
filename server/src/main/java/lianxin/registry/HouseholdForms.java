package lianxin.registry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What may happen to a household, as forms. Whatever moves or ends somebody is first said in a sentence ({@code sure} is false) and done only
 * when it is sent again.
 */
@Controller
class HouseholdForms {

    private final HouseholdDeeds deeds;
    private final Households households;
    private final Divisions divisions;

    HouseholdForms(HouseholdDeeds deeds, Households households, Divisions divisions) {
        this.deeds = deeds;
        this.households = households;
        this.divisions = divisions;
    }

    @GetMapping("/households/new")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView blank(@RequestParam(required = false) @Nullable DivisionCode place, Page page) {
        var form = HouseholdForm.blank(place == null ? "" : place.toString(), page.today());
        return show(page.titled("registry.deed.register"), "register", null, form, null);
    }

    @PostMapping("/households/new")
    @Needs(Right.REGISTRY_WRITE)
    String register(@ModelAttribute HouseholdForm form, Page page, Caller caller, RedirectAttributes then) {
        var id = deeds.register(
                form.key(), DivisionCode.of(form.village().strip()), form.facts(page), form.on(page), caller);
        return done(id, then, page.t("registry.deed.said.register", form.key()));
    }

    @GetMapping("/households/{id}/{deed:correct|split|merge|move|dissolve}")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView ask(@PathVariable UUID id, @PathVariable String deed, Page page, Caller caller) {
        var kept = households.forChange(id, caller);
        return show(page, deed, kept.household(), HouseholdForm.of(kept, deed, page.today()), null);
    }

    @PostMapping("/households/{id}/correct")
    @Needs(Right.REGISTRY_WRITE)
    String correct(
            @PathVariable UUID id,
            @ModelAttribute HouseholdForm form,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        deeds.correct(id, form.version(), form.facts(page), form.on(page), caller);
        return done(
                id,
                then,
                page.t("registry.deed.said.correct", households.require(id).key()));
    }

    @PostMapping(value = "/households/{id}/split", params = "!sure")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView beforeSplit(@PathVariable UUID id, @ModelAttribute HouseholdForm form, Page page, Caller caller) {
        var household = households.forChange(id, caller).household();
        return show(
                page,
                "split",
                household,
                form,
                page.t(
                        "registry.deed.will.split",
                        household.key(),
                        household.size(),
                        household.size() - form.size(),
                        form.key(),
                        form.size(),
                        form.head()));
    }

    @PostMapping(value = "/households/{id}/split", params = "sure")
    @Needs(Right.REGISTRY_WRITE)
    String split(
            @PathVariable UUID id,
            @ModelAttribute HouseholdForm form,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        var parts = new LinkedHashMap<String, HouseholdFacts>();
        parts.put(form.key(), form.facts(page));
        deeds.split(id, form.version(), parts, form.on(page), caller);
        return done(
                id,
                then,
                page.t("registry.deed.said.split", households.require(id).key(), form.key()));
    }

    @PostMapping(value = "/households/{id}/merge", params = "!sure")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView beforeMerge(@PathVariable UUID id, @ModelAttribute HouseholdForm form, Page page, Caller caller) {
        var household = households.forChange(id, caller).household();
        var into = households.named(form.into(), caller);
        return show(
                page,
                "merge",
                household,
                form,
                page.t(
                        "registry.deed.will.merge",
                        household.key(),
                        household.size(),
                        into.key(),
                        household.size() + into.size(),
                        page.words().day(form.on(page))));
    }

    @PostMapping(value = "/households/{id}/merge", params = "sure")
    @Needs(Right.REGISTRY_WRITE)
    String merge(
            @PathVariable UUID id,
            @ModelAttribute HouseholdForm form,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        var into = households.named(form.into(), caller);
        deeds.merge(id, form.version(), into.id(), form.on(page), caller);
        return done(
                into.id(),
                then,
                page.t("registry.deed.said.merge", households.require(id).key(), into.key()));
    }

    @PostMapping(value = "/households/{id}/move", params = "!sure")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView beforeMove(@PathVariable UUID id, @ModelAttribute HouseholdForm form, Page page, Caller caller) {
        var household = households.forChange(id, caller).household();
        return show(
                page,
                "move",
                household,
                form,
                page.t(
                        "registry.deed.will.move",
                        household.key(),
                        name(new DivisionCode(household.place()), page),
                        name(DivisionCode.of(form.village().strip()), page),
                        page.words().day(form.on(page))));
    }

    @PostMapping(value = "/households/{id}/move", params = "sure")
    @Needs(Right.REGISTRY_WRITE)
    String move(
            @PathVariable UUID id,
            @ModelAttribute HouseholdForm form,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        var village = DivisionCode.of(form.village().strip());
        deeds.move(id, form.version(), village, form.group(), form.on(page), caller);
        return done(
                id,
                then,
                page.t("registry.deed.said.move", households.require(id).key(), name(village, page)));
    }

    @PostMapping(value = "/households/{id}/dissolve", params = "!sure")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView beforeEnd(@PathVariable UUID id, @ModelAttribute HouseholdForm form, Page page, Caller caller) {
        var household = households.forChange(id, caller).household();
        return show(
                page,
                "dissolve",
                household,
                form,
                page.t(
                        "registry.deed.will.end",
                        household.key(),
                        household.size(),
                        page.words().day(form.on(page))));
    }

    @PostMapping(value = "/households/{id}/dissolve", params = "sure")
    @Needs(Right.REGISTRY_WRITE)
    String end(
            @PathVariable UUID id,
            @ModelAttribute HouseholdForm form,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        if (form.away()) {
            deeds.moveAway(id, form.version(), form.on(page), caller);
        } else {
            deeds.dissolve(id, form.version(), form.on(page), caller);
        }
        return done(
                id,
                then,
                page.t("registry.deed.said.end", households.require(id).key()));
    }

    private String name(DivisionCode village, Page page) {
        return divisions.require(village, page.today()).name();
    }

    private ModelAndView show(
            Page page, String deed, @Nullable Household household, HouseholdForm form, @Nullable String will) {
        var model = new HashMap<String, Object>();
        model.put("deed", deed);
        model.put("household", household);
        model.put("form", form);
        model.put("will", will);
        model.put("needs", List.copyOf(households.needCategories().values()));
        return (household == null ? page : page.titled(household.head())).show("registry/household-form", model);
    }

    private static String done(UUID household, RedirectAttributes then, String said) {
        then.addFlashAttribute("said", said);
        return "redirect:/households/" + household;
    }
}
