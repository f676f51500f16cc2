package lianxin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import lianxin.access.Accounts;
import lianxin.access.Callers;
import lianxin.access.Right;
import lianxin.platform.Refusal;
import lianxin.scope.Pace;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Coming in by a phone’s signature over method, address, time and body ({@code docs/phone.md}). It needs no session and no cookie, so it cannot be borrowed by
 * another site; what it proves holds for this one request.
 */
final class PhoneSignIn extends OncePerRequestFilter implements RequestMatcher {

    /** The request attribute that holds the {@link Phones.Phone} whose signature was right. */
    static final String PHONE = Phones.Phone.class.getName();

    static final String DEVICE = "Lianxin-Device";
    static final String AT = "Lianxin-At";
    static final String SIGNATURE = "Lianxin-Signature";

    private static final String PATHS = "/api/phone/";
    private static final int LARGEST = 1024 * 1024;
    private static final int PIECE = 8 * 1024;

    /** A phone gives up then, too. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Phones phones;
    private final Accounts accounts;
    private final Turnstile turnstile;
    private final HandlerExceptionResolver refusals;
    private final Clock clock;

    PhoneSignIn(Phones phones, Accounts accounts, Turnstile turnstile, HandlerExceptionResolver refusals, Clock clock) {
        this.phones = phones;
        this.accounts = accounts;
        this.turnstile = turnstile;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Whether a request comes by a signature; no cookie of it counts then. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATHS) && request.getHeader(DEVICE) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = Pace.PHONE.begin()) {
            try {
                answered(request, response, chain);
            } catch (Refusal | DataAccessException | TransactionException refused) {
                if (refused instanceof Refusal refusal && refusal.kind() == SignInRefusal.PHONES_WAIT) {
                    turnstile.sendAway(request, response);
                } else {
                    refusals.resolveException(request, response, null, refused);
                }
            }
        }
    }

    /** A slow phone keeps nobody waiting: what it sends is read before its turn, and what it is told is written after it. */
    private void answered(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw SignInRefusal.PHONE_TOO_MUCH.because();
        }
        var body = arrived(request);
        if (body == null) {
            turnstile.sendAway(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        try (var _ = turnstile.enter()) {
            proven(request, body);
            chain.doFilter(new Read(request, body), answer);
        }
        answer.copyBodyToResponse();
    }

    /** The whole body. Null when too many wait, and then nothing of it was read; or when it was too long on its way. */
    private byte @Nullable [] arrived(HttpServletRequest request) throws IOException {
        try (var place = turnstile.arrive()) {
            if (place == null) {
                return null;
            }
            return read(request.getInputStream(), System::nanoTime);
        }
    }

    /** All of it, as it comes; null when it is too long on its way, however little comes at a time. */
    static byte @Nullable [] read(InputStream from, LongSupplier nanos) throws IOException {
        var body = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        var began = nanos.getAsLong();
        for (var n = from.read(piece); n >= 0; n = from.read(piece)) {
            body.write(piece, 0, n);
            if (body.size() > LARGEST) {
                throw SignInRefusal.PHONE_TOO_MUCH.because();
            }
            if (nanos.getAsLong() - began > LONGEST.toNanos()) {
                return null;
            }
        }
        return body.toByteArray();
    }

    private void proven(HttpServletRequest request, byte[] body) {
        var phone = prove(request, body);
        var account = accounts.require(phone.account());
        request.setAttribute(PHONE, phone);
        request.setAttribute(Callers.ACCOUNT, account);
        request.setAttribute(Callers.TO, Right.VISIT_RECORD);
        SecurityContextHolder.setContext(new SecurityContextImpl(
                new PreAuthenticatedAuthenticationToken(account.login(), "", AuthorityUtils.NO_AUTHORITIES)));
    }

    private Phones.Phone prove(HttpServletRequest request, byte[] body) {
        var at = header(request, AT);
        var phone = phones.find(id(header(request, DEVICE))).orElseThrow(SignInRefusal.PHONE_UNKNOWN::because);
        var path = request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
        var said =
                String.join("\n", request.getMethod(), path, at, HexFormat.of().formatHex(sha256(body)));
        if (!phones.signed(phone, sha256(said.getBytes(UTF_8)), signature(header(request, SIGNATURE)))) {
            throw SignInRefusal.PHONE_UNKNOWN.because();
        }
        var now = clock.instant();
        if (Duration.between(instant(at), now).abs().compareTo(Phones.SLACK) > 0) {
            throw SignInRefusal.PHONE_CLOCK.because().with("now", now);
        }
        phones.seen(phone);
        return phone;
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw SignInRefusal.PHONE_UNKNOWN.because();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw SignInRefusal.PHONE_UNKNOWN.because();
        }
    }

    private static byte[] signature(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw SignInRefusal.PHONE_UNKNOWN.because();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request with its body to be read once more. */
    private static final class Read extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return body.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
