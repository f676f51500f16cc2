package lianxin.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What may be done with a case, each a form of its page: every one names the state that was seen. */
@Controller
class DeedPages {

    private final Triage triage;
    private final Handling handling;
    private final ToMediation mediation;

    DeedPages(Triage triage, Handling handling, ToMediation mediation) {
        this.triage = triage;
        this.handling = handling;
        this.mediation = mediation;
    }

    @PostMapping("/cases/{id}/sort")
    @Needs(Right.CASE_TRIAGE)
    String sort(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Kind kind,
            @RequestParam String category,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(triage.sort(id, version, kind, category, caller), "sorted", page, next);
    }

    @PostMapping("/cases/{id}/assign")
    @Needs(Right.CASE_TRIAGE)
    String assign(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Kind kind,
            @RequestParam String category,
            @RequestParam String to,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(triage.assign(id, version, kind, category, Lines.Choice.desk(to), caller), "assigned", page, next);
    }

    /** Many at once, each as its rule says; those without a rule, or moved by somebody else meanwhile, stay. Then the list again from which they were chosen. */
    @PostMapping("/cases/assign")
    @Needs(Right.CASE_TRIAGE)
    String assignAll(
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute FilterForm form,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var back = form.filter().href();
        var given = triage.assignAll(chosen, caller);
        next.addFlashAttribute("said", page.t("cases.said.assigned-all", given.size(), chosen.size()));
        next.addFlashAttribute("undo", String.join(",", given));
        return "redirect:" + back;
    }

    /** The undo of {@link #assignAll}. */
    @PostMapping("/cases/recall")
    @Needs(Right.CASE_TRIAGE)
    String recallAll(
            @RequestParam(defaultValue = "") List<String> chosen,
            @ModelAttribute FilterForm form,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        var back = form.filter().href();
        next.addFlashAttribute("said", page.t("cases.said.recalled-all", triage.recallAll(chosen, caller)));
        return "redirect:" + back;
    }

    @PostMapping("/cases/{id}/recall")
    @Needs(Right.CASE_TRIAGE)
    String recall(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(triage.recall(id, version, caller), "recalled", page, next);
    }

    @PostMapping("/cases/{id}/merge")
    @Needs(Right.CASE_TRIAGE)
    String merge(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam UUID into,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(triage.merge(id, version, into, caller), "merged", page, next);
    }

    @PostMapping("/cases/{id}/part")
    @Needs(Right.CASE_TRIAGE)
    String part(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(triage.part(id, version, caller), "parted", page, next);
    }

    @PostMapping("/cases/{id}/hand-over")
    @Needs(Right.CASE_TRIAGE)
    String handOver(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(triage.handOver(id, version, why, caller), "handed-over", page, next);
    }

    @PostMapping("/cases/{id}/withdraw")
    @Needs(Right.CASE_TRIAGE)
    String withdraw(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(triage.withdraw(id, version, why, caller), "withdrawn", page, next);
    }

    @PostMapping("/cases/{id}/mediation")
    @Needs(Right.CASE_TRIAGE)
    String toMediation(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String dispute,
            @RequestParam LocalDate agreed,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(mediation.refer(id, version, dispute, agreed, caller), "to-mediation", page, next);
    }

    @PostMapping("/cases/{id}/take-over")
    @Needs(Right.CASE_TRIAGE)
    String takeOver(
            @PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(triage.takeOver(id, version, caller), "taken-over", page, next);
    }

    @PostMapping("/cases/{id}/accept")
    @Needs(Right.CASE_HANDLE)
    String accept(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(handling.accept(id, version, caller), "accepted", page, next);
    }

    @PostMapping("/cases/{id}/return")
    @Needs(Right.CASE_HANDLE)
    String giveBack(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        handling.giveBack(id, version, why, caller);
        next.addFlashAttribute("said", page.t("cases.said.returned"));
        return "redirect:/cases";
    }

    @PostMapping("/cases/{id}/extend")
    @Needs(Right.CASE_HANDLE)
    String extend(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(handling.extend(id, version, why, caller), "extended", page, next);
    }

    @PostMapping("/cases/{id}/pause")
    @Needs(Right.CASE_HANDLE)
    String pause(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String why,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(handling.pause(id, version, why, caller), "paused", page, next);
    }

    @PostMapping("/cases/{id}/resume")
    @Needs(Right.CASE_HANDLE)
    String resume(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(handling.resume(id, version, caller), "resumed", page, next);
    }

    @PostMapping("/cases/{id}/reply")
    @Needs(Right.CASE_HANDLE)
    String reply(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Outcome outcome,
            @RequestParam String reply,
            @RequestParam(required = false) @Nullable LocalDate reviewOn,
            Page page,
            Caller caller,
            RedirectAttributes next) {
        return said(handling.reply(id, version, outcome, reply, reviewOn, caller), "replied", page, next);
    }

    @PostMapping("/cases/{id}/told")
    @Needs(Right.CASE_WRITE)
    String told(@PathVariable UUID id, @RequestParam int version, Page page, Caller caller, RedirectAttributes next) {
        return said(handling.told(id, version, caller), "told", page, next);
    }

    private static String said(Case now, String what, Page page, RedirectAttributes next) {
        next.addFlashAttribute("said", page.t("cases.said." + what));
        return "redirect:/cases/" + now.id();
    }
}
