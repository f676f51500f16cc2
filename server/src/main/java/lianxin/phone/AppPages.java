package lianxin.phone;

import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the field app begins. It is the same for everybody and holds nobody’s data; what it shows it asks for itself. */
@Controller
class AppPages {

    @GetMapping({"/m", "/m/"})
    @Open(because = "the field app’s own files; it must open without a signal, so before anybody is asked")
    String app() {
        return "redirect:/m/index.html";
    }

    /** The way back from signing in, which is asked for here and nowhere else in the app. */
    @GetMapping("/m/mine")
    @Needs(Right.VISIT_RECORD)
    String mine() {
        return "redirect:/m/index.html#/mine";
    }
}
