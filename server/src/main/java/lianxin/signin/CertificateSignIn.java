package lianxin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import lianxin.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Coming in by a certificate that a proxy has checked: SM2 by TLCP (GB/T 38636), which Java’s own TLS does not speak, or any other. The proxy hands on the
 * subject and proves by a secret that it is the proxy; the contract is in {@code docs/operating.md}. The subject’s login must be that of an open account.
 */
final class CertificateSignIn extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/sign-in/certificate";
    static final String SUBJECT = "X-Certificate-Subject";
    static final String PROOF = "X-Certificate-Proof";

    private static final int SHORTEST = 32;

    private final Accounts accounts;
    private final byte[] proof;
    private final String attribute;

    CertificateSignIn(Path proof, String attribute, Accounts accounts, Entrance entrance, Porter porter) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.accounts = accounts;
        this.proof = secret(proof);
        this.attribute = attribute;
        setAuthenticationManager(asked -> asked);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationSuccessHandler((request, response, who) -> {
            entrance.byStrongerProof(who.getName(), request);
            response.sendRedirect("/");
        });
        setAuthenticationFailureHandler((_, response, _) -> {
            porter.refused(null);
            response.sendRedirect("/sign-in?certificate");
        });
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        var shown = Objects.requireNonNullElse(request.getHeader(PROOF), "").getBytes(UTF_8);
        if (!MessageDigest.isEqual(proof, shown)) {
            throw new BadCredentialsException("not from the proxy");
        }
        var login = login(request.getHeader(SUBJECT))
                .filter(name -> accounts.byLogin(name).isPresent())
                .orElseThrow(() -> new BadCredentialsException("nobody’s certificate"));
        return new PreAuthenticatedAuthenticationToken(login, "", AuthorityUtils.NO_AUTHORITIES);
    }

    private Optional<String> login(@Nullable String subject) {
        try {
            return new LdapName(Objects.requireNonNullElse(subject, ""))
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase(attribute))
                            .map(part -> part.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static byte[] secret(Path file) {
        try {
            var secret = Files.readString(file).strip();
            if (secret.length() < SHORTEST) {
                throw new IllegalStateException("lianxin.signin.certificate.proof: %s holds fewer than %d characters"
                        .formatted(file, SHORTEST));
            }
            return secret.getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
