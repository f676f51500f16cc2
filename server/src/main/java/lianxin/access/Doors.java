package lianxin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lianxin.platform.PageMaker;
import lianxin.platform.Viewer;
import lianxin.scope.Pace;
import lianxin.scope.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The doors of the house: which handler needs which right, who is asking, and what the database lets him see. */
@Configuration
class Doors implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String STANDING = Standing.class.getName();

    private final Callers callers;
    private final Standing standing;

    Doors(Callers callers, Standing standing) {
        this.callers = callers;
        this.standing = standing;
    }

    /** Deny by default: a handler of ours says what it needs, or nobody passes. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // a file
        }
        var caller = callers.of(request);
        caller.ifPresent(c -> request.setAttribute(
                PageMaker.VIEWER,
                new Viewer(
                        c.name(),
                        c.role().name(),
                        c.role().rights().stream().map(Enum::name).collect(Collectors.toSet()))));
        if (method.getBeanType().getName().startsWith("lianxin.")) {
            var needs = method.getMethodAnnotation(Needs.class);
            if (needs == null && !method.hasMethodAnnotation(Open.class)) {
                throw AccessRefusal.NOT_YOURS.because(method.getMethod().getName());
            }
            if (needs != null) {
                caller.orElseThrow(AccessRefusal.NO_MANDATE::because).may(needs.value());
            }
        }
        caller.ifPresent(c -> request.setAttribute(STANDING, standing.from(c.scope())));
        if (method.hasMethodAnnotation(Unhurried.class)) {
            Pace.WORK.begin(); // for the rest of the request: Hurry sets it back
        }
        return true;
    }

    /** Whoever comes next on this thread is somebody else. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        if (request.getAttribute(STANDING) instanceof Standing.Until until) {
            request.removeAttribute(STANDING);
            until.close();
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return callers.of(servlet).orElseThrow(AccessRefusal.NO_MANDATE::because);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
