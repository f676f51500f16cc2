package lianxin.access;

import java.util.Map;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInPages {

    @GetMapping("/sign-in")
    @Open(because = "one signs in here")
    ModelAndView signIn(@RequestParam Map<String, String> query, Page page) {
        return page.titled("access.sign-in")
                .show("access/sign-in", Map.of("wrong", query.containsKey("no"), "out", query.containsKey("out")));
    }

    @GetMapping("/")
    @Needs(Right.PAIRING_READ)
    String home(Caller caller) {
        return caller.holds(Right.OVERVIEW_READ) ? "redirect:/overview" : "redirect:/mine";
    }
}
