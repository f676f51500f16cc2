package lianxin.signin;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lianxin.access.AtMost;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps {@link AtMost}. Each node counts by itself: it guards this machine, and a guess is no cheaper on another. */
@Configuration
class Throttle implements WebMvcConfigurer, HandlerInterceptor {

    /** Whoever was not seen for longest is forgotten; his next minute begins full. */
    private static final int REMEMBERED = 50_000;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var limit = method.getMethodAnnotation(AtMost.class);
        if (limit == null) {
            return true;
        }
        var bucket = buckets.computeIfAbsent(who(request) + " " + method, _ -> full(limit.perMinute()));
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            var seconds = Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw SignInRefusal.TOO_MANY.because(seconds);
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-2);
    }

    private static String who(HttpServletRequest request) {
        var user = request.getUserPrincipal();
        return user == null ? "prefix " + AttemptRules.prefix(request.getRemoteAddr()) : "account " + user.getName();
    }

    private static Bucket full(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
