package lianxin.scheme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.registry.Households;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact scheme: what holds, what held, and a new version. */
@Controller
class SchemePages {

    private final Schemes schemes;
    private final Households households;

    SchemePages(Schemes schemes, Households households) {
        this.schemes = schemes;
        this.households = households;
    }

    @GetMapping("/pairing/schemes")
    @Needs(Right.PAIRING_READ)
    ModelAndView all(Page page) {
        var model = new HashMap<String, Object>();
        model.put("versions", schemes.all());
        model.put("now", schemes.inForce(page.day()));
        model.put("categories", households.needCategories());
        return page.titled("scheme.schemes").show("scheme/schemes", model);
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
                SchemeForm.rules(form, schemes.inForce(page.today()).rules()),
                caller);
        next.addFlashAttribute("said", page.t("scheme.published", page.words().day(effective)));
        return "redirect:/pairing/schemes";
    }
}
