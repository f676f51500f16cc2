package lianxin.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.annotation.Order;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The sessions, read once for a request. Spring Session saves one when the answer is sent and again at the end, and after each time reads it anew to see whether
 * it still exists; what was saved a moment before by the same request is answered from memory. The next request reads it from the database: a session
 * ended anywhere is over with it.
 */
final class HeldSessions<S extends Session> implements FindByIndexNameSessionRepository<HeldSession<S>> {

    /** What the request of this thread has saved, by its name; absent outside of a request, where nothing is remembered. */
    private static final ThreadLocal<@Nullable Map<String, HeldSession<?>>> SAVED = new ThreadLocal<>();

    private final FindByIndexNameSessionRepository<S> database;

    private HeldSessions(FindByIndexNameSessionRepository<S> database) {
        this.database = database;
    }

    @Override
    public HeldSession<S> createSession() {
        return new HeldSession<>(database.createSession());
    }

    @Override
    public void save(HeldSession<S> session) {
        database.save(session.kept());
        var saved = SAVED.get();
        if (saved != null) {
            saved.put(session.getId(), session);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // there is one repository of sessions, and it alone has saved them
    public @Nullable HeldSession<S> findById(String id) {
        var saved = SAVED.get();
        var known = saved == null ? null : saved.get(id);
        return known != null && known.getId().equals(id) // it may have been given another name since
                ? (HeldSession<S>) known
                : held(database.findById(id));
    }

    @Override
    public void deleteById(String id) {
        var saved = SAVED.get();
        if (saved != null) {
            saved.remove(id);
        }
        database.deleteById(id);
    }

    @Override
    public Map<String, HeldSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        var found = new HashMap<String, HeldSession<S>>();
        database.findByIndexNameAndIndexValue(name, value)
                .forEach((id, session) -> found.put(id, new HeldSession<>(session)));
        return found;
    }

    private @Nullable HeldSession<S> held(@Nullable S session) {
        return session == null ? null : new HeldSession<>(session);
    }

    /** Around a request: what it saved is forgotten with it. Stands before Spring Session’s own filter. */
    @Component
    @Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
    static class OfOneRequest extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            SAVED.set(new HashMap<>());
            try {
                chain.doFilter(request, response);
            } finally {
                SAVED.remove();
            }
        }
    }

    /** Puts itself between the sessions’ tables and everybody else. */
    @Component
    static class Wrapping implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof JdbcIndexedSessionRepository sessions ? around(sessions) : bean;
        }

        private static Object around(FindByIndexNameSessionRepository<? extends Session> sessions) {
            return new HeldSessions<>(sessions);
        }
    }
}
