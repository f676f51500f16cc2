package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ends a session after its longest life, however busy it is; what was asked is answered as to anybody who is not signed in. */
@Configuration
class Curfew implements WebMvcConfigurer, HandlerInterceptor {

    private final SignInSettings settings;
    private final Porter porter;
    private final Clock clock;

    Curfew(SignInSettings settings, Porter porter, Clock clock) {
        this.settings = settings;
        this.porter = porter;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var session = request.getSession(false);
        var who = request.getUserPrincipal();
        if (session == null || who == null || clock.instant().isBefore(end(session.getCreationTime()))) {
            return true;
        }
        session.invalidate();
        porter.over(who.getName());
        throw new CredentialsExpiredException("the session’s longest life is over");
    }

    private Instant end(long began) {
        return Instant.ofEpochMilli(began).plus(settings.longestSession());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-3);
    }
}
