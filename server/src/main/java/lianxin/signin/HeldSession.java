package lianxin.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session as it is kept, but for one thing: that its owner is here is written down when the last time lies a minute back, and not with every look. Whoever
 * does nothing any more is therefore taken for idle up to a minute sooner than the time allowed says, and never later.
 */
final class HeldSession<S extends Session> implements Session {

    /** How coarsely it is kept when somebody was last seen. */
    static final Duration COARSE = Duration.ofMinutes(1);

    private final S kept;

    HeldSession(S kept) {
        this.kept = kept;
    }

    S kept() {
        return kept;
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        if (!at.isBefore(kept.getLastAccessedTime().plus(COARSE))) {
            kept.setLastAccessedTime(at);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return kept.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return kept.getId();
    }

    @Override
    public String changeSessionId() {
        return kept.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return kept.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return kept.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        kept.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        kept.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return kept.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        kept.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return kept.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return kept.isExpired();
    }
}
