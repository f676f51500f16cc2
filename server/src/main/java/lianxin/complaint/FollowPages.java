package lianxin.complaint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import lianxin.access.AtMost;
import lianxin.access.Open;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What became of a complaint, for whoever has number and secret. They are sent in the body of a form: no address anybody could read later names them. */
@Controller
class FollowPages {

    private final Following following;

    FollowPages(Following following) {
        this.following = following;
    }

    @GetMapping("/follow")
    @AtMost(perMinute = 60)
    @Open(because = "asks for number and secret, shows nothing")
    ModelAndView ask(Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("complaint.follow").show("complaint/follow", Map.of());
    }

    @PostMapping("/follow")
    @AtMost(perMinute = 6)
    @Open(because = "whoever has number and secret sees what became of it")
    ModelAndView look(
            @RequestParam String number, @RequestParam String secret, Page page, HttpServletResponse response) {
        return shown(number, secret, page, response);
    }

    @PostMapping("/follow/agree")
    @AtMost(perMinute = 6)
    @Open(because = "whoever has number and secret accepts the answer")
    ModelAndView agree(
            @RequestParam String number, @RequestParam String secret, Page page, HttpServletResponse response) {
        following.agree(number, secret);
        return shown(number, secret, page, response);
    }

    @PostMapping("/follow/again")
    @AtMost(perMinute = 6)
    @Open(because = "whoever has number and secret asks for another look")
    ModelAndView again(
            @RequestParam String number,
            @RequestParam String secret,
            @RequestParam String words,
            Page page,
            HttpServletResponse response) {
        following.again(number, secret, words);
        return shown(number, secret, page, response);
    }

    private ModelAndView shown(String number, String secret, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        return page.titled("complaint.follow")
                .show("complaint/followed", Map.of("followed", following.look(number, secret), "secret", secret));
    }
}
