package lianxin.complaint;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Complaints at the desk that looks into them. */
@Controller
class ComplaintPages {

    private final Complaints complaints;
    private final People people;

    ComplaintPages(Complaints complaints, People people) {
        this.complaints = complaints;
        this.people = people;
    }

    @Bean
    static Door complaintsDoor() {
        return new Door(66, "complaint.door", "/complaints", Right.COMPLAINT_HANDLE.name());
    }

    @GetMapping("/complaints")
    @Needs(Right.COMPLAINT_HANDLE)
    ModelAndView list(@RequestParam(defaultValue = "false") boolean ended, Page page, Caller caller) {
        var found = complaints.list(!ended, caller);
        var model = new HashMap<String, Object>();
        model.put("complaints", found);
        model.put("ended", ended);
        model.put(
                "places",
                people.places(found.stream().map(one -> one.complaint().place()).toList()));
        return page.titled("complaint.door").show("complaint/list", model);
    }

    @GetMapping("/complaints/{id}")
    @Needs(Right.COMPLAINT_HANDLE)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var read = complaints.read(id, caller);
        var one = read.complaint();
        var model = new HashMap<String, Object>();
        model.put("read", read);
        model.put("place", people.place(one.place()));
        model.put("about", people.called(one.cadre()));
        model.put("names", people.accounts(read.steps()));
        model.put("contacts", one.cadre() == null && one.state().open() ? people.contactsAt(one.place()) : List.of());
        return page.titled(one.number()).show("complaint/one", model);
    }

    @PostMapping("/complaints/{id}/name")
    @Needs(Right.COMPLAINT_HANDLE)
    String name(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String cadre,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        complaints.name(id, version, () -> people.require(cadre), caller);
        next.addFlashAttribute("said", page.t("complaint.said.named"));
        return "redirect:/complaints";
    }

    @PostMapping("/complaints/{id}/take")
    @Needs(Right.COMPLAINT_HANDLE)
    String take(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        complaints.take(id, version, caller);
        return said(id, "taken", page, next);
    }

    @PostMapping("/complaints/{id}/answer")
    @Needs(Right.COMPLAINT_HANDLE)
    String answer(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Finding finding,
            @RequestParam String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        complaints.answer(id, version, finding, words, caller);
        return said(id, "answered", page, next);
    }

    @PostMapping("/complaints/{id}/pass-on")
    @Needs(Right.COMPLAINT_HANDLE)
    String passOn(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        complaints.passOn(id, version, words, caller);
        return said(id, "passed-on", page, next);
    }

    @PostMapping("/complaints/{id}/decline")
    @Needs(Right.COMPLAINT_HANDLE)
    String decline(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String words,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        complaints.decline(id, version, words, caller);
        return said(id, "declined", page, next);
    }

    private static String said(UUID id, String what, Page page, RedirectAttributes next) {
        next.addFlashAttribute("said", page.t("complaint.said." + what));
        return "redirect:/complaints/" + id;
    }
}
