package lianxin.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of a request. */
@Component
public class PageMaker implements HandlerMethodArgumentResolver {

    /** Request attribute under which the access room leaves the {@link Viewer}. */
    public static final String VIEWER = Viewer.class.getName();

    private final MessageSource messages;
    private final CountyTime time;
    private final Clock clock;
    private final String version;
    private final List<Door> doors;

    PageMaker(
            MessageSource messages,
            CountyTime time,
            Clock clock,
            @Value("${lianxin.version}") String version,
            ObjectProvider<Door> doors) {
        this.messages = messages;
        this.time = time;
        this.clock = clock;
        this.version = version;
        this.doors = doors.stream().sorted(Comparator.comparingInt(Door::order)).toList();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        return of(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /** The page of {@code request}, untitled and nowhere in particular. */
    public Page of(HttpServletRequest request) {
        var viewer = (Viewer) request.getAttribute(VIEWER);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var flash = RequestContextUtils.getInputFlashMap(request);
        return new Page(
                new Words(messages, language(request)),
                "app.name",
                request.getRequestURI(),
                request.getQueryString() == null ? "" : request.getQueryString(),
                viewer,
                List.of(),
                null,
                day(request.getParameter("on")),
                time.today(),
                viewer == null
                        ? List.of()
                        : doors.stream()
                                .filter(d -> viewer.rights().contains(d.right()))
                                .toList(),
                csrf == null ? null : csrf.getToken(),
                flash == null ? null : (String) flash.get("said"),
                clock.instant(),
                version);
    }

    private static Locale language(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request).getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    private LocalDate day(@Nullable String on) {
        if (on == null || on.isBlank()) {
            return time.today();
        }
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw PlatformRefusal.NOT_A_DAY.because(on);
        }
    }
}
