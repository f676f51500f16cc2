package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Callers;
import lianxin.access.Needs;
import lianxin.access.Right;
import lianxin.access.StepUp;
import lianxin.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The steps between the password and the first page: one's own password, the code, the app that computes it; and the proof that is asked anew. */
@Controller
class StepPages {

    private final Callers callers;
    private final Accounts accounts;
    private final Codes codes;
    private final Proofs proofs;
    private final Entrance entrance;

    StepPages(Callers callers, Accounts accounts, Codes codes, Proofs proofs, Entrance entrance) {
        this.callers = callers;
        this.accounts = accounts;
        this.codes = codes;
        this.proofs = proofs;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/choose")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView choose(Page page) {
        return page.titled("signin.choose").show("signin/choose", Map.of("action", "/sign-in/choose"));
    }

    @PostMapping("/sign-in/choose")
    @Needs(Right.OWN_ACCOUNT)
    String chosen(@RequestParam String password, HttpServletRequest request) {
        if (Pending.of(request) != Pending.CHOOSE) {
            return "redirect:/me/security";
        }
        PasswordRules.strong(password);
        accounts.choosePassword(account(request).id(), password);
        return go(Pending.CHOOSE, request);
    }

    @GetMapping("/sign-in/code")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView code(@RequestParam Map<String, String> query, Page page) {
        return page.titled("signin.code").show("signin/code", Map.of("wrong", query.containsKey("no")));
    }

    @PostMapping("/sign-in/code")
    @Needs(Right.OWN_ACCOUNT)
    String coded(@RequestParam String code, HttpServletRequest request) {
        if (Pending.of(request) != Pending.CODE) {
            return "redirect:/";
        }
        return proofs.code(account(request), code, request) ? go(Pending.CODE, request) : "redirect:/sign-in/code?no";
    }

    @GetMapping("/sign-in/enrol")
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    ModelAndView enrol(HttpServletRequest request, Page page) {
        var account = account(request);
        var model = new HashMap<String, Object>();
        model.put("secret", codes.has(account.id()) ? "" : codes.begin(account.id()));
        model.put("login", account.login());
        return page.titled("signin.enrol").show("signin/enrol", model);
    }

    @PostMapping("/sign-in/enrol")
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    ModelAndView enrolled(@RequestParam String code, HttpServletRequest request, Page page) {
        var paper = codes.confirm(account(request).id(), code.replace(" ", ""));
        entrance.after(Pending.ENROL, account(request), request);
        return page.titled("signin.enrolled").show("signin/enrolled", Map.of("codes", paper));
    }

    private String go(Pending step, HttpServletRequest request) {
        var next = entrance.after(step, account(request), request);
        return "redirect:" + (next == null ? entrance.wayBack(request) : next.page);
    }

    private Account account(HttpServletRequest request) {
        return callers.account(request).orElseThrow();
    }
}
