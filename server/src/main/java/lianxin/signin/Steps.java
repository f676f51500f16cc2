package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import lianxin.access.Open;
import lianxin.access.StepUp;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Between the gate and the doors: a session that still owes a step is led to it, and a handler that asks anew for proof gets it. */
@Configuration
class Steps implements WebMvcConfigurer, HandlerInterceptor {

    private final Clock clock;

    Steps(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var step = Pending.of(request);
        if (step != null) {
            var there = request.getRequestURI().equals(step.page);
            if (!there) {
                response.sendRedirect(step.page);
            }
            return there; // he is in the middle of proving who he is
        }
        if (method.hasMethodAnnotation(StepUp.class) && !Pending.fresh(request, clock.instant())) {
            if (request.getMethod().equals("GET")) {
                response.sendRedirect("/me/again?to=" + URLEncoder.encode(here(request), StandardCharsets.UTF_8));
                return false;
            }
            throw SignInRefusal.PROVE_AGAIN.because();
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-1);
    }

    private static String here(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }
}
