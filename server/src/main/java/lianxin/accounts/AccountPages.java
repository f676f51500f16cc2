package lianxin.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Caller;
import lianxin.access.GiveMandate;
import lianxin.access.Mandates;
import lianxin.access.Needs;
import lianxin.access.Places;
import lianxin.access.Right;
import lianxin.access.Role;
import lianxin.access.StepUp;
import lianxin.platform.Door;
import lianxin.platform.Page;
import lianxin.record.Purpose;
import lianxin.record.Reads;
import lianxin.region.DivisionCode;
import lianxin.region.Divisions;
import lianxin.signin.Codes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has an account, and what each may do and why, at a glance. What an administrator may change of it is in his rights. */
@Controller
class AccountPages {

    private static final int SHOWN = 100;

    private final Accounts accounts;
    private final Mandates mandates;
    private final Codes codes;
    private final People people;
    private final Letters letters;
    private final Views views;
    private final Divisions divisions;
    private final Reads reads;

    AccountPages(
            Accounts accounts,
            Mandates mandates,
            Codes codes,
            People people,
            Letters letters,
            Views views,
            Divisions divisions,
            Reads reads) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.codes = codes;
        this.people = people;
        this.letters = letters;
        this.views = views;
        this.divisions = divisions;
        this.reads = reads;
    }

    @Bean
    static Door accountsDoor() {
        return new Door(90, "accounts.all", "/accounts", Right.ACCESS_READ.name());
    }

    @GetMapping("/accounts")
    @Needs(Right.ACCESS_READ)
    ModelAndView all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Page page,
            Caller caller) {
        var found = accounts.search(q, after, SHOWN, caller);
        reads.of(caller, Purpose.ACCOUNT_LIST, found.stream().map(Account::id).toList());
        var model = new HashMap<String, Object>();
        model.put("accounts", found);
        model.put("q", q);
        model.put("next", found.size() < SHOWN ? "" : found.getLast().login());
        return page.titled("accounts.all").show("accounts/accounts", model);
    }

    /** @param person the roster's number of a cadre; empty for whoever is none */
    @PostMapping("/accounts")
    @Needs(Right.ACCOUNT_WRITE)
    String open(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String person,
            Caller caller) {
        return "redirect:/accounts/"
                + accounts.open(login, name, person.isBlank() ? null : people.cadre(person), caller);
    }

    /** Letters for a whole unit, to be folded and closed. They can be made anew, never read again: a new letter makes the one before worthless. */
    @PostMapping("/accounts/letters.pdf")
    @Needs(Right.ACCOUNT_WRITE)
    @StepUp
    void letters(@RequestParam String unit, Page page, Caller caller, HttpServletResponse response) throws IOException {
        var all = letters.to(unit, caller);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letters.pdf\"");
        letters.print(all, page.words(), response.getOutputStream());
    }

    @GetMapping("/accounts/{id}")
    @Needs(Right.ACCESS_READ)
    ModelAndView one(@PathVariable UUID id, Page page, Caller caller) {
        var account = accounts.require(id, caller);
        reads.of(caller, Purpose.ACCOUNT_PAGE, List.of(id));
        var model = new HashMap<String, Object>();
        model.put("account", account);
        model.put("live", mandates.live(account));
        model.put("history", mandates.history(id, caller));
        model.put("app", codes.has(id));
        model.put("places", new Places(divisions, page));
        return page.titled(account.name()).show("accounts/account", model);
    }

    /** What its holder would see under one of his mandates, and whether a household, cadre or unit is among it. */
    @GetMapping("/accounts/{id}/view")
    @Needs(Right.ACCESS_READ)
    ModelAndView view(
            @PathVariable UUID id,
            @RequestParam UUID mandate,
            @RequestParam(defaultValue = "") String number,
            Page page,
            Caller caller) {
        var account = accounts.require(id, caller);
        var live = mandates.require(account, mandate, caller);
        reads.of(caller, Purpose.ACCOUNT_PAGE, List.of(id));
        return page.titled("accounts.view")
                .show(
                        "accounts/view",
                        Map.of(
                                "account",
                                account,
                                "view",
                                views.of(account, live, number),
                                "places",
                                new Places(divisions, page)));
    }

    @PostMapping("/accounts/{id}/close")
    @Needs(Right.ACCOUNT_WRITE)
    String close(@PathVariable UUID id, Caller caller) {
        accounts.close(id, caller);
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/accounts/{id}/reopen")
    @Needs(Right.ACCOUNT_WRITE)
    String reopen(@PathVariable UUID id, Caller caller) {
        accounts.reopen(id, caller);
        return "redirect:/accounts/" + id;
    }

    /** The password is on this page once, to be given by hand; a lost second factor is forgotten with the old one. */
    @PostMapping("/accounts/{id}/password")
    @Needs(Right.ACCOUNT_WRITE)
    @StepUp
    ModelAndView password(@PathVariable UUID id, Page page, Caller caller) {
        var password = accounts.firstPassword(id, caller);
        codes.forget(id);
        return page.titled("accounts.first-password")
                .show("accounts/first-password", Map.of("account", accounts.require(id, caller), "password", password));
    }

    /**
     * @param unit the roster's number of the unit, for a liaison
     * @param cadre the roster's number of the cadre, for a contact cadre
     */
    @PostMapping("/accounts/{id}/mandates")
    @Needs(Right.MANDATE_WRITE)
    String give(
            @PathVariable UUID id,
            @RequestParam Role role,
            @RequestParam DivisionCode place,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String cadre,
            @RequestParam Optional<LocalDate> until,
            @RequestParam String reason,
            Caller caller) {
        mandates.give(
                id,
                new GiveMandate(
                        role,
                        place,
                        unit.isBlank() ? null : people.unit(unit).id(),
                        cadre.isBlank() ? null : people.cadre(cadre),
                        until.orElse(null),
                        reason),
                caller);
        return "redirect:/accounts/" + id;
    }

    @PostMapping("/accounts/{id}/mandates/end")
    @Needs(Right.MANDATE_WRITE)
    String end(@PathVariable UUID id, @RequestParam UUID mandate, Caller caller) {
        mandates.end(mandate, caller);
        return "redirect:/accounts/" + id;
    }
}
