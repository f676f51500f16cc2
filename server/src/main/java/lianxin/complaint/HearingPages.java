package lianxin.complaint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.card.Cards;
import lianxin.platform.Ids;
import lianxin.platform.Page;
import lianxin.platform.Unlisted;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A complaint comes in: by the household itself, by a clerk who was told, or out of the cases. The answer is a slip with number and secret, shown once. */
@Controller
class HearingPages {

    private final Hearing hearing;
    private final Cards cards;
    private final Divisions divisions;

    HearingPages(Hearing hearing, Cards cards, Divisions divisions) {
        this.hearing = hearing;
        this.cards = cards;
        this.divisions = divisions;
    }

    @GetMapping("/h/{code}/complaint")
    @AtMost(perMinute = 60)
    @Open(because = "whoever holds the card may complain; the page names nobody but the contact the card bears")
    ModelAndView mine(@PathVariable String code, Page page, HttpServletResponse response) {
        Unlisted.mark(response);
        var contact = cards.behind(code).person();
        return page.titled("complaint.new")
                .show(
                        "complaint/family",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "contact",
                                contact == null ? "" : contact.name(),
                                "base",
                                "/h/" + code));
    }

    @PostMapping("/h/{code}/complaint")
    @AtMost(perMinute = 6)
    @Open(because = "whoever holds the card may complain, without an account")
    ModelAndView receive(
            @PathVariable String code,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "false") boolean contact,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam String words,
            @RequestParam(defaultValue = "") String reach,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getUserPrincipal() != null) {
            throw ComplaintRefusal.NOT_SIGNED_IN.because();
        }
        Unlisted.mark(response);
        return slip(hearing.byCard(code, contact, new Hearing.Said(id, whom, words, reach)), page);
    }

    @GetMapping("/complaints/new")
    @Needs(Right.COMPLAINT_RECEIVE)
    ModelAndView told(Page page, Caller caller) {
        var places = divisions.on(caller.ground(), Level.TOWNSHIP, page.today());
        return page.titled("complaint.new")
                .show(
                        "complaint/told",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "places",
                                places.size() == 1
                                        ? divisions.on(caller.ground(), Level.VILLAGE, page.today())
                                        : places));
    }

    @PostMapping("/complaints/new")
    @Needs(Right.COMPLAINT_RECEIVE)
    ModelAndView receive(
            @RequestParam UUID id,
            @RequestParam DivisionCode at,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam String words,
            @RequestParam(defaultValue = "") String reach,
            Page page,
            Caller caller,
            HttpServletResponse response) {
        Unlisted.mark(response);
        return slip(hearing.told(at, new Hearing.Said(id, whom, words, reach), caller), page);
    }

    @PostMapping("/complaints/of-case")
    @Needs(Right.COMPLAINT_RECEIVE)
    ModelAndView ofCase(
            @RequestParam UUID id, @RequestParam int version, Page page, Caller caller, HttpServletResponse response) {
        Unlisted.mark(response);
        return slip(hearing.ofCase(id, version, caller), page);
    }

    private static ModelAndView slip(Hearing.Receipt receipt, Page page) {
        return page.titled("complaint.slip").show("complaint/slip", Map.of("receipt", receipt));
    }
}
