package lianxin.phone;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.registry.Households;
import lianxin.visit.Lists;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The township’s list of what phones told and a person must decide. */
@Controller
class HeldPages {

    private final HeldItems items;
    private final Households households;
    private final Accounts accounts;
    private final Lists lists;

    HeldPages(HeldItems items, Households households, Accounts accounts, Lists lists) {
        this.items = items;
        this.households = households;
        this.accounts = accounts;
        this.lists = lists;
    }

    @Bean
    static Door heldDoor() {
        return new Door(62, "phone.door", "/phones/held", Right.VISIT_DECIDE.name());
    }

    @GetMapping("/phones/held")
    @Needs(Right.VISIT_DECIDE)
    ModelAndView held(Page page, Caller caller) {
        var open = items.open(caller);
        var homes = households.byId(open.stream()
                .map(told -> told.held().household())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        var names =
                accounts.names(open.stream().map(told -> told.held().account()).toList());
        return page.titled("phone.door")
                .show("phone/held", Map.of("items", open, "homes", homes, "names", names, "topics", topics(page)));
    }

    @PostMapping("/phones/held/{id}/keep")
    @Needs(Right.VISIT_DECIDE)
    String keep(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        items.keep(id, caller);
        return said("phone.said.kept", page, next);
    }

    @PostMapping("/phones/held/{id}/another")
    @Needs(Right.VISIT_DECIDE)
    String another(
            @PathVariable UUID id, @RequestParam String cadre, Page page, Caller caller, RedirectAttributes next) {
        items.keepForAnother(id, cadre, caller);
        return said("phone.said.another", page, next);
    }

    @PostMapping("/phones/held/{id}/ask")
    @Needs(Right.VISIT_DECIDE)
    String ask(
            @PathVariable UUID id, @RequestParam String question, Page page, Caller caller, RedirectAttributes next) {
        items.ask(id, question, caller);
        return said("phone.said.asked", page, next);
    }

    @PostMapping("/phones/held/{id}/aside")
    @Needs(Right.VISIT_DECIDE)
    String aside(@PathVariable UUID id, Page page, Caller caller, RedirectAttributes next) {
        items.setAside(id, caller);
        return said("phone.said.aside", page, next);
    }

    private Map<String, String> topics(Page page) {
        return lists.today().topics().stream()
                .collect(Collectors.toMap(Lists.Topic::code, t -> page.words().chinese() ? t.zh() : t.en()));
    }

    private static String said(String what, Page page, RedirectAttributes next) {
        next.addFlashAttribute("said", page.t(what));
        return "redirect:/phones/held";
    }
}
