package lianxin.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Registering a key asks for a session that owes no step and a proof that is fresh: else half a sign-in could make itself a whole one. */
final class KeyMaking extends OncePerRequestFilter {

    private final Clock clock;

    KeyMaking(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/webauthn/register");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Pending.of(request) != null || !Pending.fresh(request, clock.instant())) {
            throw new AccessDeniedException("no fresh proof");
        }
        chain.doFilter(request, response);
    }
}
