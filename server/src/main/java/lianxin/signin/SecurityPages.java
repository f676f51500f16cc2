package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Account;
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

/** One's own keys: where one is signed in, password, app, passkeys. */
@Controller
class SecurityPages {

    private final Callers callers;
    private final Sessions sessions;
    private final Codes codes;
    private final Passkeys passkeys;
    private final Proofs proofs;
    private final Phones phones;
    private final SignInSettings settings;

    SecurityPages(
            Callers callers,
            Sessions sessions,
            Codes codes,
            Passkeys passkeys,
            Proofs proofs,
            Phones phones,
            SignInSettings settings) {
        this.callers = callers;
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.phones = phones;
        this.settings = settings;
    }

    @GetMapping("/me/security")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView security(HttpServletRequest request, Page page) {
        var account = account(request);
        var model = new HashMap<String, Object>();
        model.put("sessions", sessions.of(account.login(), here(request)));
        model.put("app", codes.has(account.id()));
        model.put("passkeys", passkeys.of(account.id()));
        model.put("phones", phones.of(account.id()));
        model.put("here", settings.publicUrl());
        return page.titled("signin.security").show("signin/security", model);
    }

    @PostMapping("/me/security/end")
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    String end(@RequestParam String session, HttpServletRequest request) {
        sessions.end(account(request).login(), session);
        return "redirect:/me/security";
    }

    /** Whoever changes his password is signed out everywhere else. */
    @PostMapping("/me/security/password")
    @Needs(Right.OWN_ACCOUNT)
    String password(@RequestParam String old, @RequestParam String password, HttpServletRequest request) {
        var account = account(request);
        var here = here(request); // as it is kept until this request is over
        proofs.change(account, old, password, request);
        sessions.endOthers(account.login(), here);
        return "redirect:/me/security";
    }

    @PostMapping("/me/security/passkey/forget")
    @Needs(Right.OWN_ACCOUNT)
    @StepUp
    String forget(@RequestParam String passkey, HttpServletRequest request) {
        passkeys.forget(account(request).id(), passkey);
        return "redirect:/me/security";
    }

    /** A phone reported lost gets nothing any more, and wipes itself. */
    @PostMapping("/me/security/phone/end")
    @Needs(Right.OWN_ACCOUNT)
    String lost(@RequestParam UUID device, HttpServletRequest request) {
        phones.end(device, account(request).id());
        return "redirect:/me/security";
    }

    @GetMapping("/me/again")
    @Needs(Right.OWN_ACCOUNT)
    ModelAndView again(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Page page) {
        return page.titled("signin.again")
                .show(
                        "signin/again",
                        Map.of(
                                "to",
                                inside(to),
                                "app",
                                codes.has(account(request).id())));
    }

    @PostMapping("/me/again")
    @Needs(Right.OWN_ACCOUNT)
    String proved(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        proofs.again(account(request), password, code, request);
        return "redirect:" + inside(to);
    }

    private Account account(HttpServletRequest request) {
        return callers.account(request).orElseThrow();
    }

    private static String here(HttpServletRequest request) {
        return request.getSession().getId();
    }

    /** A path of this house, never another’s address. */
    static String inside(String to) {
        return to.startsWith("/") && !to.startsWith("//") && to.chars().noneMatch(c -> c < ' ' || c == '\\') ? to : "/";
    }
}
