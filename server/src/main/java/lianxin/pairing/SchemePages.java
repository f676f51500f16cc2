package lianxin.pairing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.pairing.ContactScheme.Care;
import lianxin.pairing.ContactScheme.Load;
import lianxin.platform.Page;
import lianxin.registry.Households;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact scheme: what holds, what held, and a new version seen before it is published. */
@Controller
class SchemePages {

    private final Schemes schemes;
    private final SchemeEffect effect;
    private final Households households;

    SchemePages(Schemes schemes, SchemeEffect effect, Households households) {
        this.schemes = schemes;
        this.effect = effect;
        this.households = households;
    }

    @GetMapping("/pairing/schemes")
    @Needs(Right.PAIRING_READ)
    ModelAndView all(Page page) {
        var model = new HashMap<String, Object>();
        model.put("versions", schemes.all());
        model.put("now", schemes.inForce(page.day()));
        model.put("categories", households.needCategories());
        return page.titled("pairing.schemes").show("pairing/schemes", model);
    }

    /** What the version in the form would change, and for whom; nothing is published yet. */
    @PostMapping("/pairing/schemes/preview")
    @Needs(Right.SCHEME_WRITE)
    ModelAndView preview(
            @RequestParam LocalDate effective,
            @RequestParam String title,
            @RequestParam String source,
            @RequestParam Map<String, String> form,
            Page page,
            Caller caller) {
        var rules = rules(form, schemes.inForce(page.today()).rules());
        schemes.check(effective, title, source, rules);
        var model = new HashMap<String, Object>();
        model.put("form", new LinkedHashMap<>(form));
        model.put("effective", effective);
        model.put("effect", effect.of(rules, page.today(), caller));
        return page.titled("pairing.scheme.preview").show("pairing/scheme-preview", model);
    }

    @PostMapping("/pairing/schemes")
    @Needs(Right.SCHEME_WRITE)
    String publish(
            @RequestParam LocalDate effective,
            @RequestParam String title,
            @RequestParam String source,
            @RequestParam Map<String, String> form,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        schemes.publish(
                effective,
                title,
                source,
                rules(form, schemes.inForce(page.today()).rules()),
                caller);
        next.addFlashAttribute(
                "said", page.t("pairing.scheme.published", page.words().day(effective)));
        return "redirect:/pairing/schemes";
    }

    /** The form as rules: one field a number, named after what it is of ({@code care.LOW_INCOME.everyDays}, {@code load.STAFF.max}). */
    private static ContactScheme rules(Map<String, String> form, ContactScheme before) {
        var needs = new LinkedHashMap<String, Care>();
        before.needs().keySet().forEach(code -> needs.put(code, care(form, code)));
        var ranks = new LinkedHashMap<String, Load>();
        SchemeRules.RANKS.forEach(rank -> ranks.put(
                rank,
                new Load(
                        number(form, "load." + rank + ".min"),
                        number(form, "load." + rank + ".target"),
                        number(form, "load." + rank + ".max"),
                        number(form, "load." + rank + ".overloadPrice"))));
        return new ContactScheme(number(form, "fixedYears"), care(form, "ORDINARY"), needs, ranks);
    }

    private static Care care(Map<String, String> form, String code) {
        return new Care(
                number(form, "care." + code + ".everyDays"),
                number(form, "care." + code + ".wayPrice"),
                number(form, "care." + code + ".changePrice"),
                number(form, "care." + code + ".unskilledPrice"),
                number(form, "care." + code + ".unledPrice"));
    }

    private static int number(Map<String, String> form, String field) {
        try {
            return Integer.parseInt(form.getOrDefault(field, "").strip());
        } catch (NumberFormatException e) {
            throw PairingRefusal.SCHEME_UNREADABLE.because(field, form.getOrDefault(field, ""));
        }
    }
}
