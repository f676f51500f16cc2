package lianxin.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.registry.Households;
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
class CadreForms {

    private final Cadres cadres;
    private final Units units;
    private final Households households;
    private final Divisions divisions;
    private final Reads reads;

    CadreForms(Cadres cadres, Units units, Households households, Divisions divisions, Reads reads) {
        this.cadres = cadres;
        this.units = units;
        this.households = households;
        this.divisions = divisions;
        this.reads = reads;
    }

    @GetMapping("/cadres/new")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView blank(@RequestParam(defaultValue = "") String unit, Page page) {
        return form(page, "staff.cadre.new", null, unit, "");
    }

    @PostMapping("/cadres/new")
    @Needs(Right.REGISTRY_WRITE)
    String register(@ModelAttribute Form form, Page page, Caller caller, RedirectAttributes then) {
        var id = cadres.register(
                form.key(), facts(form, page, caller), form.day() == null ? page.today() : form.day(), caller);
        then.addFlashAttribute("said", page.t("staff.cadre.said.register", form.name()));
        return "redirect:/cadres/" + id;
    }

    @GetMapping("/cadres/{id}/correct")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView correct(@PathVariable UUID id, Page page, Caller caller) {
        var cadre = cadres.forChange(id, caller);
        reads.of(caller, Purpose.CADRE_PAGE, List.of(id));
        var home = cadre.homeVillage() == null
                ? ""
                : divisions.require(cadre.homeVillage(), page.day()).code().toString();
        return form(page, cadre.name(), cadre, units.require(cadre.unit()).key(), home);
    }

    @PostMapping("/cadres/{id}/correct")
    @Needs(Right.REGISTRY_WRITE)
    String amend(@PathVariable UUID id, @ModelAttribute Form form, Page page, Caller caller, RedirectAttributes then) {
        cadres.amend(id, form.version(), facts(form, page, caller), caller);
        then.addFlashAttribute("said", page.t("staff.cadre.said.amend", form.name()));
        return "redirect:/cadres/" + id;
    }

    @GetMapping("/cadres/{id}/exempt")
    @Needs(Right.REGISTRY_WRITE)
    ModelAndView excuse(@PathVariable UUID id, Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        var cadre = cadres.forChange(id, caller);
        model.put("cadre", cadre);
        return page.titled(cadre.name()).show("staff/exempt", model);
    }

    @PostMapping("/cadres/{id}/exempt")
    @Needs(Right.REGISTRY_WRITE)
    String exempt(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            Page page,
            Caller caller,
            RedirectAttributes then) {
        cadres.exempt(id, version, reason, until, caller);
        then.addFlashAttribute(
                "said",
                page.t(
                        "staff.cadre.said.exempt",
                        cadres.require(id).name(),
                        page.words().day(until)));
        return "redirect:/cadres/" + id;
    }

    @PostMapping("/cadres/{id}/recall")
    @Needs(Right.REGISTRY_WRITE)
    String recall(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes then) {
        cadres.recall(id, version, caller);
        then.addFlashAttribute(
                "said", page.t("staff.cadre.said.recall", cadres.require(id).name()));
        return "redirect:/cadres/" + id;
    }

    private ModelAndView form(Page page, String title, @Nullable Cadre cadre, String unit, String home) {
        var model = new HashMap<String, Object>();
        model.put("cadre", cadre);
        model.put("unit", unit);
        model.put("home", home);
        model.put("needs", List.copyOf(households.needCategories().values()));
        return page.titled(title).show("staff/cadre-form", model);
    }

    private CadreFacts facts(Form form, Page page, Caller caller) {
        return new CadreFacts(
                units.named(form.unit(), caller).id(),
                form.name(),
                form.post(),
                form.rank(),
                Boolean.TRUE.equals(form.leader()),
                blank(form.phone()) ? null : form.phone(),
                form.skills() == null ? List.of() : form.skills(),
                blank(form.home())
                        ? null
                        : divisions
                                .require(
                                        DivisionCode.of(
                                                String.valueOf(form.home()).strip()),
                                        page.today())
                                .id(),
                form.min(),
                form.max());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** What the form sends; {@code unit} by its key, {@code home} by its code. */
    record Form(
            String key,
            String unit,
            String name,
            String post,
            String rank,
            @Nullable Boolean leader,
            @Nullable String phone,
            @Nullable List<String> skills,
            @Nullable String home,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            int version) {}
}
