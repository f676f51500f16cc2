package lianxin.mediation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.region.Divisions;
import lianxin.region.Level;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A desk’s matters, one matter, and the steps it can take now. */
@Controller
class MediationPages {

    private final Mediations mediations;
    private final Lists lists;
    private final Accounts accounts;
    private final Divisions divisions;

    MediationPages(Mediations mediations, Lists lists, Accounts accounts, Divisions divisions) {
        this.mediations = mediations;
        this.lists = lists;
        this.accounts = accounts;
        this.divisions = divisions;
    }

    @Bean
    static Door mediationDoor() {
        return new Door(64, "mediation.door", "/mediations", Right.MEDIATION_HANDLE.name());
    }

    @GetMapping("/mediations")
    @Needs(Right.MEDIATION_HANDLE)
    ModelAndView list(@RequestParam(defaultValue = "false") boolean closed, Page page, Caller caller) {
        var model = new HashMap<String, Object>();
        model.put(
                "matters",
                mediations.list(closed, caller).stream()
                        .sorted(Comparator.comparing(listed -> listed.due() == null
                                ? page.today()
                                : listed.due().on()))
                        .toList());
        model.put("closed", closed);
        model.put("kinds", lists.kinds(page.today()));
        model.put(
                "desks",
                divisions.all(caller.ground(), page.today()).stream()
                        .filter(place -> place.level() == Level.VILLAGE || place.level() == Level.TOWNSHIP)
                        .toList());
        model.put("remind", lists.terms().days(Lists.Limit.REMIND, page.today()));
        return page.titled("mediation.door").show("mediation/list", model);
    }

    @PostMapping("/mediations")
    @Needs(Right.MEDIATION_HANDLE)
    String note(ClueForm form, Page page, Caller caller, RedirectAttributes next) {
        mediations.clue(form.wish(), caller);
        next.addFlashAttribute("said", page.t("mediation.said.noted"));
        return "redirect:/mediations";
    }

    @GetMapping("/mediations/{id}")
    @Needs(Right.MEDIATION_HANDLE)
    ModelAndView matter(@PathVariable UUID id, Page page, Caller caller) {
        var read = mediations.read(id, caller);
        var model = new HashMap<String, Object>();
        model.put("read", read);
        model.put("kind", lists.called(read.story().matter(), page.words()));
        model.put(
                "names",
                accounts.names(read.story().steps().stream().map(Step::by).collect(Collectors.toSet())));
        model.put(
                "papers",
                Papers.ready(read.story()).stream().map(Papers.Form::name).toList());
        return page.titled("mediation.door").show("mediation/matter", model);
    }

    /** A step that cannot be taken back is looked at once more. */
    @PostMapping("/mediations/{id}/preview")
    @Needs(Right.MEDIATION_HANDLE)
    ModelAndView preview(@PathVariable UUID id, StepForm form, Page page, Caller caller) {
        var story = mediations.preview(id, form.wish(), caller);
        return page.titled("mediation.preview")
                .show("mediation/preview", Map.of("story", story, "form", form, "step", form.wish()));
    }

    @PostMapping("/mediations/{id}/steps")
    @Needs(Right.MEDIATION_HANDLE)
    String take(@PathVariable UUID id, StepForm form, Page page, Caller caller, RedirectAttributes next) {
        var step = form.wish();
        mediations.take(id, step, caller);
        next.addFlashAttribute("said", page.t("mediation.said.taken", page.t("mediation.deed." + step.deed())));
        return "redirect:/mediations/" + id;
    }

    @PostMapping("/mediations/{id}/back")
    @Needs(Right.MEDIATION_HANDLE)
    String back(@PathVariable UUID id, @RequestParam UUID step, Page page, Caller caller, RedirectAttributes next) {
        mediations.takeBack(id, step, caller);
        next.addFlashAttribute("said", page.t("mediation.said.back"));
        return "redirect:/mediations/" + id;
    }
}
