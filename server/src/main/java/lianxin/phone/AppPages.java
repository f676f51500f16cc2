package lianxin.phone;

import lianxin.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the field app begins. It is the same for everybody and holds nobody’s data; what it shows it asks for itself. */
@Controller
class AppPages {

    @GetMapping("/m")
    @Open(because = "the field app’s own files; it must open without a signal, so before anybody is asked")
    String app() {
        return "redirect:/m/";
    }

    @GetMapping("/m/")
    @Open(because = "as /m")
    String index() {
        return "forward:/m/index.html";
    }
}
