package lianxin.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import lianxin.scope.Pace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/**
 * Whoever asks waits for the answer, so the database may not keep him long. First of all filters: where another one cannot reach the database (for the session,
 * say), this one says so, as a handler would.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Hurry extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Hurry.class);

    private final HandlerExceptionResolver refusals;
    private final ObjectProvider<ViewResolver> views;

    Hurry(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            ObjectProvider<ViewResolver> views) {
        this.refusals = refusals;
        this.views = views;
    }

    /** What the container shows of an error asks the database too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = Pace.PAGE.begin()) { // whoever is refused is in no less of a hurry
            try {
                chain.doFilter(request, response);
            } catch (DataAccessException | TransactionException e) {
                if (response.isCommitted()) {
                    LOG.info("{} was cut off: the database did not answer", request.getRequestURI());
                    throw e;
                }
                begin(response);
                request.removeAttribute(CsrfToken.class.getName()); // it lies in the session, which cannot be asked
                answer(refusals.resolveException(request, response, null, e), request, response);
            }
        }
    }

    /** Nothing of what was to be told is left; what the gate says with every answer is. */
    private static void begin(HttpServletResponse response) {
        var said = new LinkedHashMap<String, Collection<String>>();
        for (var name : response.getHeaderNames()) {
            if (!name.regionMatches(true, 0, "Content-", 0, 8) || name.equalsIgnoreCase("Content-Security-Policy")) {
                said.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        said.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }

    private void answer(@Nullable ModelAndView answer, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        var name = answer == null ? null : answer.getViewName();
        if (answer == null || name == null) {
            return; // a program's, written already
        }
        var status = answer.getStatus();
        if (status != null) {
            response.setStatus(status.value());
        }
        try {
            for (var resolver : views.orderedStream().toList()) {
                var view = resolver.resolveViewName(name, request.getLocale());
                if (view != null) {
                    view.render(answer.getModel(), request, response);
                    return;
                }
            }
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
