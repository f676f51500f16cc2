package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianxin.access.Accounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The county's own sign-in (OpenID Connect), where there is one: it says who somebody is, never what he may do. Its name for him must be the login of an
 * open account; nobody gets an account by coming.
 */
@Component
class CountySignIn implements OAuth2UserService<OidcUserRequest, OidcUser>, AuthenticationSuccessHandler {

    private final OidcUserService asked = new OidcUserService();
    private final Accounts accounts;
    private final Entrance entrance;

    CountySignIn(Accounts accounts, Entrance entrance) {
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var who = asked.loadUser(request);
        if (accounts.byLogin(who.getName()).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("no_account"));
        }
        return who;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        entrance.byStrongerProof(who.getName(), request);
        response.sendRedirect("/");
    }
}
