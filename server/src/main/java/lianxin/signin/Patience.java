package lianxin.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.platform.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;

/** Stands before the form of sign-in: whoever failed lately waits, and is told how long. */
@Component
class Patience extends OncePerRequestFilter implements AuthenticationFailureHandler, AuthenticationSuccessHandler {

    private final Attempts attempts;
    private final Devices devices;
    private final Accounts accounts;
    private final Entrance entrance;
    private final HandlerExceptionResolver refusals;
    private final ViewResolver views;

    Patience(
            Attempts attempts,
            Devices devices,
            Accounts accounts,
            Entrance entrance,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            @Qualifier("lianxin.platform.JteViews") ViewResolver views) {
        this.attempts = attempts;
        this.devices = devices;
        this.accounts = accounts;
        this.entrance = entrance;
        this.refusals = refusals;
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = attempts.begin(attempt(request));
        if (wait.isPositive()) {
            var seconds = wait.toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            refuse(request, response, SignInRefusal.TOO_SOON.because(seconds));
            return;
        }
        chain.doFilter(request, response);
    }

    /** As the house refuses behind its doors; here nobody else would show the page. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws ServletException {
        var page = refusals.resolveException(request, response, null, refusal);
        if (page == null || page.getViewName() == null) {
            return;
        }
        try {
            response.setStatus(refusal.getStatusCode().value());
            Objects.requireNonNull(views.resolveViewName(page.getViewName(), request.getLocale()))
                    .render(page.getModel(), request, response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        attempts.failed(attempt(request));
        response.sendRedirect("/sign-in?no");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var account = accounts.byLogin(who.getName()).orElseThrow();
        attempts.succeeded(attempt(request));
        if (devices.known(request, account.id()) == null) {
            devices.remember(account.id(), request, response);
        }
        entrance.byPassword(account, request, response);
    }

    /** A login that does not exist waits as one that does, and never has a device. */
    private Attempts.Attempt attempt(HttpServletRequest request) {
        var login = Objects.requireNonNullElse(request.getParameter("username"), "")
                .strip()
                .toLowerCase(Locale.ROOT);
        var owner = accounts.byLogin(login).map(Account::id).orElse(null);
        return new Attempts.Attempt(
                login.length() > 40 ? login.substring(0, 40) : login,
                owner,
                request.getRemoteAddr(),
                owner == null ? null : devices.known(request, owner));
    }
}
