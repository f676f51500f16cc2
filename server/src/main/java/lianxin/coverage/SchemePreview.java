package lianxin.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import lianxin.scheme.SchemeForm;
import lianxin.scheme.Schemes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A version of the contact scheme, seen before it is published. */
@Controller
class SchemePreview {

    private final Schemes schemes;
    private final SchemeEffect effect;

    SchemePreview(Schemes schemes, SchemeEffect effect) {
        this.schemes = schemes;
        this.effect = effect;
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
        var rules = SchemeForm.rules(form, schemes.inForce(page.today()).rules());
        schemes.check(effective, title, source, rules);
        var model = new HashMap<String, Object>();
        model.put("form", new LinkedHashMap<>(form));
        model.put("effective", effective);
        model.put("effect", effect.of(rules, page.today(), caller));
        return page.titled("scheme.preview").show("coverage/scheme-preview", model);
    }
}
