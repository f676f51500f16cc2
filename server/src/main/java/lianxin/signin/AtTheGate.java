package lianxin.signin;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Somebody came, went, was refused or turned away, or changed how he proves who he is.
 *
 * @param subject the account; nobody’s where a login was tried that does not exist
 * @param by nobody for what was refused: who tried it is what could not be shown
 */
public record AtTheGate(UUID subject, UUID by, Instant at, What what) implements News {

    /** What happened there. */
    public enum What {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        SESSION_ENDED,
        SESSION_OVER,
        NOT_ALLOWED,
        NOT_THERE,
        TOO_OFTEN,
        FORGED,
        LINK_MADE,
        APP_ADDED,
        PASSKEY_ADDED,
        PASSKEY_FORGOTTEN,
        PHONE_ADDED,
        PHONE_ENDED
    }

    @Override
    public String word() {
        return what.name();
    }
}
