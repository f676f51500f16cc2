package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Whoever signs in with a passkey holds it and unlocked it: two factors in one. The page's script is told where to go. */
@Component
class KeyHolder implements ObjectPostProcessor<WebAuthnAuthenticationFilter>, AuthenticationSuccessHandler {

    private final Entrance entrance;
    private final Porter porter;

    KeyHolder(Entrance entrance, Porter porter) {
        this.entrance = entrance;
        this.porter = porter;
    }

    @Override
    public <F extends WebAuthnAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationSuccessHandler(this);
        filter.setAuthenticationFailureHandler((_, response, _) -> {
            porter.refused(null);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        });
        return filter;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        entrance.byStrongerProof(who.getName(), request);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"authenticated\":true,\"redirectUrl\":\"/\"}");
    }
}
