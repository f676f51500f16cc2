package lianxin.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.card.Cards;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import lianxin.record.Seen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One family: what it asks, what is held, and who has seen its data; the last for the family itself, too. */
@Controller
class FamilyPages {

    private final Requests requests;
    private final Holds holds;
    private final Copies copies;
    private final Cards cards;
    private final Seen seen;

    FamilyPages(Requests requests, Holds holds, Copies copies, Cards cards, Seen seen) {
        this.requests = requests;
        this.holds = holds;
        this.copies = copies;
        this.cards = cards;
        this.seen = seen;
    }

    @GetMapping("/households/{id}/rights")
    @Needs(Right.RIGHTS_RECEIVE)
    ModelAndView rights(@PathVariable UUID id, Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put("household", requests.household(id, caller));
        model.put("requests", requests.of(id, caller));
        model.put("hold", holds.on(id).orElse(null));
        return page.titled("rights.of").show("rights/family", model);
    }

    @PostMapping("/households/{id}/rights")
    @Needs(Right.RIGHTS_RECEIVE)
    String receive(
            @PathVariable UUID id,
            @RequestParam Wish wish,
            @RequestParam Asker asker,
            @RequestParam Channel channel,
            @RequestParam LocalDate day,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        requests.receive(id, wish, asker, channel, day, caller);
        next.addFlashAttribute("said", page.t("rights.said.received"));
        return "redirect:/households/" + id + "/rights";
    }

    @PostMapping("/households/{id}/hold")
    @Needs(Right.RIGHTS_ANSWER)
    String hold(@PathVariable UUID id, @RequestParam String source, Page page, Caller caller, RedirectAttributes next) {
        holds.set(id, source, caller);
        next.addFlashAttribute("said", page.t("rights.said.held"));
        return "redirect:/households/" + id + "/rights";
    }

    @PostMapping("/households/{id}/hold/lift")
    @Needs(Right.RIGHTS_ANSWER)
    String lift(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        holds.lift(id, caller);
        next.addFlashAttribute("said", page.t("rights.said.lifted"));
        return "redirect:/households/" + id + "/rights";
    }

    @GetMapping("/households/{id}/seen")
    @Needs(Right.RIGHTS_RECEIVE)
    ModelAndView seen(@PathVariable UUID id, Page page, Caller caller) {
        var home = requests.household(id, caller);
        return page.titled("rights.seen")
                .show("rights/seen", Map.of("key", home.key(), "looks", copies.looks(home, caller), "named", true));
    }

    /** The family’s own page: when and for what, and as one of how many; which official it was the desk tells whoever asks. */
    @GetMapping("/h/{code}/seen")
    @AtMost(perMinute = 60)
    @Open(because = "whoever holds the card holds the code; the page names nobody")
    ModelAndView mine(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        var home = cards.whose(code);
        return page.titled("rights.seen")
                .show(
                        "rights/seen",
                        Map.of("key", "", "looks", seen.at(home.id(), home.place(), Copies.LOOKS), "named", false));
    }
}
