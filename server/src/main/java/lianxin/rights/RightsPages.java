package lianxin.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.access.AtMost;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.platform.Paper;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk: what waits, and its answers. */
@Controller
class RightsPages {

    private final Requests requests;
    private final Answers answers;
    private final Copies copies;
    private final CopySheet sheet;
    private final Paper paper;
    private final Retention retention;

    RightsPages(Requests requests, Answers answers, Copies copies, CopySheet sheet, Paper paper, Retention retention) {
        this.requests = requests;
        this.answers = answers;
        this.copies = copies;
        this.sheet = sheet;
        this.paper = paper;
        this.retention = retention;
    }

    @Bean
    static Door rightsDoor() {
        return new Door(75, "rights.door", "/rights", Right.RIGHTS_ANSWER.name());
    }

    @GetMapping("/rights")
    @Needs(Right.RIGHTS_ANSWER)
    ModelAndView desk(Page page, Caller caller) {
        var open = requests.open(caller);
        return page.titled("rights.door")
                .show(
                        "rights/desk",
                        Map.of(
                                "requests",
                                open,
                                "homes",
                                answers.households(open),
                                "rules",
                                retention.rules(page.today())));
    }

    @GetMapping("/rights/{id}")
    @Needs(Right.RIGHTS_ANSWER)
    ModelAndView request(@PathVariable UUID id, Page page, Caller caller) {
        var request = requests.require(id, caller);
        var model = new HashMap<String, Object>();
        model.put("request", request);
        model.put("household", answers.household(request));
        return page.titled("rights.request").show("rights/request", model);
    }

    @PostMapping("/rights/{id}/grant")
    @Needs(Right.RIGHTS_ANSWER)
    String grant(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        answers.grant(id, caller);
        return said("rights.said.granted", id, page, next);
    }

    @PostMapping("/rights/{id}/correct")
    @Needs(Right.RIGHTS_ANSWER)
    String correct(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String head,
            @RequestParam(defaultValue = "0") int group,
            @RequestParam int size,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        answers.correct(id, version, head, group, size, caller);
        return said("rights.said.corrected", id, page, next);
    }

    @PostMapping("/rights/{id}/refuse")
    @Needs(Right.RIGHTS_ANSWER)
    String refuse(
            @PathVariable UUID id, @RequestParam String reason, Page page, Caller caller, RedirectAttributes next) {
        requests.refuse(id, reason, caller);
        return said("rights.said.refused", id, page, next);
    }

    @GetMapping("/rights/{id}/copy.json")
    @AtMost(perMinute = 20)
    @Needs(Right.RIGHTS_ANSWER)
    @StepUp
    @ResponseBody
    Copy file(@PathVariable UUID id, Caller caller, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"copy-" + id + ".json\"");
        return copy(id, caller);
    }

    @GetMapping("/rights/{id}/copy.pdf")
    @AtMost(perMinute = 20)
    @Needs(Right.RIGHTS_ANSWER)
    @StepUp
    void paper(@PathVariable UUID id, Page page, Caller caller, HttpServletResponse response) throws IOException {
        var copy = copy(id, caller);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"copy-" + id + ".pdf\"");
        paper.print(
                "rights/print.jte",
                Map.of("copy", copy, "chapters", sheet.read(copy.data(), page.words()), "words", page.words()),
                response.getOutputStream());
    }

    /** Only while the family’s request waits: afterwards there is nobody to hand it to. */
    private Copy copy(UUID id, Caller caller) {
        var request = requests.require(id, caller);
        if (!request.open() || !request.kind().handsOver()) {
            throw RightsRefusal.ANSWERED.because();
        }
        return copies.of(answers.household(request), caller);
    }

    private static String said(String what, UUID id, Page page, RedirectAttributes next) {
        next.addFlashAttribute("said", page.t(what));
        return "redirect:/rights/" + id;
    }
}
