package lianxin.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import lianxin.access.Caller;
import lianxin.access.Needs;
import lianxin.access.Open;
import lianxin.access.Right;
import lianxin.platform.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInPages {

    private final Links links;

    /** The county’s own sign-in, where there is one. */
    private final Optional<String> county;

    /** Whether a proxy checks certificates for us. */
    private final boolean certificates;

    SignInPages(Links links, SignInSettings settings, ObjectProvider<ClientRegistrationRepository> county) {
        this.links = links;
        this.certificates = settings.certificate().proof() != null;
        this.county = Optional.ofNullable(county.getIfAvailable())
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false)
                        .findFirst())
                .map(ClientRegistration.class::cast)
                .map(r -> "/oauth2/authorization/" + r.getRegistrationId());
    }

    @GetMapping("/sign-in")
    @Open(because = "one signs in here")
    ModelAndView signIn(@RequestParam Map<String, String> query, Page page) {
        var said = List.of("no", "out", "chosen", "county", "certificate").stream()
                .filter(query::containsKey)
                .findFirst()
                .orElse("");
        return page.titled("signin.sign-in")
                .show(
                        "signin/sign-in",
                        Map.of("said", said, "county", county.orElse(""), "certificates", certificates));
    }

    @GetMapping("/sign-in/link/{token}")
    @Open(because = "whoever holds the link has no password yet")
    ModelAndView link(@PathVariable String token, Page page) {
        if (!links.good(token)) {
            throw SignInRefusal.LINK_OVER.because();
        }
        return page.titled("signin.choose").show("signin/choose", Map.of("action", "/sign-in/link/" + token));
    }

    @PostMapping("/sign-in/link/{token}")
    @Open(because = "whoever holds the link has no password yet")
    String choose(@PathVariable String token, @RequestParam String password) {
        links.use(token, password);
        return "redirect:/sign-in?chosen";
    }

    /** Everybody's first page: the first of the rooms he may enter. */
    @GetMapping("/")
    @Needs(Right.OWN_ACCOUNT)
    String home(Caller caller) {
        if (caller.holds(Right.OVERVIEW_READ)) {
            return "redirect:/overview";
        }
        if (caller.holds(Right.PAIRING_READ)) {
            return "redirect:/mine";
        }
        if (caller.holds(Right.AUDIT_READ)) {
            return "redirect:/record";
        }
        return caller.holds(Right.ACCESS_READ) ? "redirect:/accounts" : "redirect:/me";
    }
}
