package lianxin.signin;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import lianxin.access.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The gate before the doors: who is let in to be asked what he may do, and what a browser may do with our pages. */
@Configuration
class Gate {

    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'";

    /**
     * What a browser forgets at sign-out: the pages it kept. Not its storage, where the field app keeps words that wait to be sent, and not all cookies: the session’s
     * own is taken back anyway, and the one of a known device is what lets its owner in while a stranger guesses.
     */
    private static final HeaderWriter FORGET = new ClearSiteDataHeaderWriter(Directive.CACHE);

    private static final String[] OPEN = {
        "/assets/**",
        "/vendor/**",
        "/sign-in",
        "/sign-in/link/*",
        "/h/*",
        "/h/*/seen",
        "/h/*/cases",
        "/h/*/cases/*/answer",
        "/h/*/cases/*/reopen",
        "/h/*/complaint",
        "/follow",
        "/follow/*",
        "/ask",
        "/h/*/deeds",
        "/h/*/deeds/*/answer",
        "/promised/*",
        "/h/*/benefits",
        "/h/*/benefits/*/answer",
        "/h/*/benefits/*/case",
        "/favicon.ico",
        "/error",
        "/m",
        "/m/**",
        "/calendar/*",
        "/open311/**",
        "/gateway/answers"
    };

    /** Argon2id as OWASP advises at least: 19 MiB, two passes, one lane. Older hashes are still understood. */
    @Bean
    static PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2id",
                Map.of(
                        "argon2id", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2),
                        "bcrypt", new BCryptPasswordEncoder()));
    }

    @Bean
    static PhoneSignIn phoneSignIn(
            Phones phones,
            Accounts accounts,
            Turnstile turnstile,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals,
            Clock clock) {
        return new PhoneSignIn(phones, accounts, turnstile, refusals, clock);
    }

    /** It belongs into the chain of the gate, not before every request. */
    @Bean
    static FilterRegistrationBean<PhoneSignIn> notByItself(PhoneSignIn phoneSignIn) {
        var registration = new FilterRegistrationBean<>(phoneSignIn);
        registration.setEnabled(false);
        return registration;
    }

    /** Who comes by a signature brings no cookie: no session, no form and no forgery to look for. */
    @Bean
    @Order(0)
    static SecurityFilterChain signed(HttpSecurity http, PhoneSignIn phoneSignIn) throws Exception {
        return http.securityMatcher(phoneSignIn)
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(Gate::headers)
                .addFilterBefore(phoneSignIn, AuthorizationFilter.class)
                .build();
    }

    @Bean
    static SecurityFilterChain filters(
            HttpSecurity http,
            Patience patience,
            KeyHolder keyHolder,
            Porter porter,
            Entrance entrance,
            Accounts accounts,
            SignInSettings settings,
            Clock clock,
            TurnedAway turnedAway,
            ObjectProvider<ClientRegistrationRepository> county,
            ObjectProvider<CountySignIn> countySignIn)
            throws Exception {
        http.authorizeHttpRequests(paths -> paths.requestMatchers("/m/mine")
                        .authenticated()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, "/webauthn/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/sign-in").successHandler(patience).failureHandler(patience))
                .addFilterBefore(patience, UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new KeyMaking(clock), ExceptionTranslationFilter.class)
                .webAuthn(keys -> keys.rpName("连心")
                        .rpId(URI.create(settings.publicUrl()).getHost())
                        .allowedOrigins(settings.publicUrl())
                        .disableDefaultRegistrationPage(true)
                        .withObjectPostProcessor(keyHolder))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler(porter)
                        .addLogoutHandler(new HeaderWriterLogoutHandler(FORGET))
                        .logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler(turnedAway).authenticationEntryPoint(whoeverIsNotSignedIn()))
                .headers(Gate::headers)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/open311/**", "/gateway/answers", "/ask"));
        var certificate = settings.certificate();
        if (certificate.proof() != null) {
            http.addFilterBefore(
                    new CertificateSignIn(certificate.proof(), certificate.attribute(), accounts, entrance, porter),
                    UsernamePasswordAuthenticationFilter.class);
        }
        if (county.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .userInfoEndpoint(who -> who.oidcUserService(countySignIn.getObject()))
                    .successHandler(countySignIn.getObject())
                    .failureHandler((_, response, _) -> {
                        porter.refused(null);
                        response.sendRedirect("/sign-in?county");
                    }));
        }
        return http.build();
    }

    /** People are led to the way in; a program is told. */
    private static AuthenticationEntryPoint whoeverIsNotSignedIn() {
        var page = new LoginUrlAuthenticationEntryPoint("/sign-in");
        var program = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, why) ->
                (request.getRequestURI().startsWith("/api/") ? program : page).commence(request, response, why);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy(
                                "geolocation=(), camera=(), microphone=(self), publickey-credentials-get=(self), publickey-credentials-create=(self)"));
    }

    /** Where there is TLS the cookie is bound to this very host. Strict, unless people come back from the county's own sign-in, which is another site. */
    @Bean
    static CookieSerializer cookie(SignInSettings settings, ObjectProvider<ClientRegistrationRepository> county) {
        var cookie = new DefaultCookieSerializer();
        var secure = settings.publicUrl().startsWith("https:");
        cookie.setCookieName(secure ? "__Host-session" : "session");
        cookie.setUseSecureCookie(secure);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        cookie.setSameSite(county.getIfAvailable() == null ? "Strict" : "Lax");
        return cookie;
    }
}
