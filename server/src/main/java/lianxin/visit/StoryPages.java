package lianxin.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Ids;
import lianxin.platform.Page;
import lianxin.privacy.Datum;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A household’s story on the console, and what one may add to it there: a visit, for whoever has no phone at hand, and a life event. */
@Controller
class StoryPages {

    private final Story story;
    private final Visits visits;
    private final Occasions occasions;
    private final Lists lists;
    private final Clock clock;

    StoryPages(Story story, Visits visits, Occasions occasions, Lists lists, Clock clock) {
        this.story = story;
        this.visits = visits;
        this.occasions = occasions;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/households/{id}/visits")
    @Needs(Right.VISIT_READ)
    ModelAndView story(@PathVariable UUID id, Page page, Caller caller) {
        var home = story.household(id, page.today(), caller);
        var model = new HashMap<String, Object>();
        model.put("household", home);
        model.put("story", story.of(home, caller));
        model.put("turn", home.lives(page.today()) ? story.turn(home, page.today()) : null);
        model.put("choices", lists.today());
        model.put("bases", Occasions.BASES.stream().sorted().toList());
        return page.titled(page.t("visit.story.of", Datum.HEAD.shown(home.head(), page)))
                .show("visit/story", model);
    }

    @PostMapping("/households/{id}/visits")
    @Needs(Right.VISIT_RECORD)
    String visit(
            @PathVariable UUID id,
            @RequestParam Way way,
            @RequestParam Met met,
            @RequestParam Finding finding,
            @RequestParam(defaultValue = "") List<String> topics,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String needTopic,
            @RequestParam(required = false) @Nullable UUID occasion,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var heard = finding == Finding.NEED ? new LogVisit.Heard(needTopic, need) : null;
        var said = new LogVisit(id, way, met, finding, topics, words, heard, occasion, null);
        switch (visits.keep(List.of(new Seen(Ids.next(), said, now, now)), caller)
                .getFirst()) {
            case Verdict.Kept _ -> next.addFlashAttribute("said", page.t("visit.said.kept"));
            case Verdict.Doubtful _ -> throw VisitRefusal.NOT_YOUR_HOUSEHOLD.because();
            case Verdict.Refused(var refusal) -> throw refusal;
        }
        return "redirect:/households/" + id + "/visits";
    }

    @PostMapping("/households/{id}/occasions")
    @Needs(Right.OCCASION_WRITE)
    String note(
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam LocalDate day,
            @RequestParam String basis,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        occasions.note(id, kind, day, basis, caller);
        next.addFlashAttribute("said", page.t("visit.said.noted"));
        return "redirect:/households/" + id + "/visits";
    }

    @PostMapping("/occasions/{id}/close")
    @Needs(Right.OCCASION_WRITE)
    String close(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        var household = occasions.close(id, caller);
        next.addFlashAttribute("said", page.t("visit.said.closed"));
        return "redirect:/households/" + household + "/visits";
    }
}
