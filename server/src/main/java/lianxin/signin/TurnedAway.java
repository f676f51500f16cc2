package lianxin.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.signin.AtTheGate.What;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notices who is turned away. A line of the log for every refusal: which door and how, never what was asked for. Whoever is signed in and asks for what he has no
 * right to, what is not on his ground, too often, or with a forged form is in the record too.
 */
@Configuration
class TurnedAway implements WebMvcConfigurer, HandlerInterceptor, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);

    private final AccessDeniedHandler answer = new AccessDeniedHandlerImpl();
    private final Porter porter;

    TurnedAway(Porter porter) {
        this.porter = porter;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        var status = response.getStatus();
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("lianxin.")
                || status < 400
                || status >= 500) {
            return;
        }
        var door = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.info("Refused with {}: {} {}", status, request.getMethod(), door);
        var who = request.getUserPrincipal();
        var what = what(status);
        if (who != null && what != null) {
            porter.turnedAway(who.getName(), what);
        }
    }

    private static @Nullable What what(int status) {
        return switch (status) {
            case 403 -> What.NOT_ALLOWED;
            case 404 -> What.NOT_THERE;
            case 429 -> What.TOO_OFTEN;
            default -> null;
        };
    }

    /** At the gate: a form without our token, or a filter’s own refusal. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        LOG.info(
                "Refused with 403 at the gate: {}, {}",
                request.getMethod(),
                e.getClass().getSimpleName());
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            porter.turnedAway(who.getName(), What.FORGED);
        }
        answer.handle(request, response, e);
    }

    /** First of all, so that it hears what the others refuse. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-4);
    }
}
