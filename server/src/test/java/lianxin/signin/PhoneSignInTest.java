package lianxin.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lianxin.access.Accounts;
import lianxin.access.Role;
import lianxin.platform.Ids;
import lianxin.region.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A phone’s slowness is its own: it has no place at the turnstile while it sends or takes in. */
@SpringBootTest
@Transactional
class PhoneSignInTest {

    @Autowired
    Phones phones;

    @Autowired
    Accounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("handlerExceptionResolver")
    HandlerExceptionResolver refusals;

    final Turnstile turnstile = TurnstileTest.turnstile(0);
    final UUID phone = Ids.next();
    KeyPair keys;

    @BeforeEach
    void aPhone() throws Exception {
        var maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp256r1"));
        keys = maker.generateKeyPair();
        var owner = accounts.open(
                "slow", "x", "活动办", Role.OFFICE, new Ground(370_800_000_000L, 370_900_000_000L), null, null);
        phones.make(phone, owner, "手机", keys.getPublic().getEncoded());
    }

    @AfterEach
    void nobodyIsSignedInAnyMore() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletRequest signed(byte[] body) throws Exception {
        var at = clock.instant().toString();
        var sign = Signature.getInstance("SHA256withECDSAinP1363Format");
        sign.initSign(keys.getPrivate());
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        sign.update(String.join("\n", "POST", "/api/phone/sync", at, hash).getBytes(UTF_8));
        var request = new MockHttpServletRequest("POST", "/api/phone/sync");
        request.addHeader(PhoneSignIn.DEVICE, phone.toString());
        request.addHeader(PhoneSignIn.AT, at);
        request.addHeader(PhoneSignIn.SIGNATURE, Base64.getEncoder().encodeToString(sign.sign()));
        request.setContent(body);
        return request;
    }

    @Test
    void whatItIsToldIsWrittenWhenItHasLeftItsPlace() throws Exception {
        var response = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new Slow(super.getOutputStream());
            }
        };
        new PhoneSignIn(phones, accounts, turnstile, refusals, clock)
                .doFilter(
                        signed("{}".getBytes(UTF_8)),
                        response,
                        (_, answer) -> answer.getOutputStream().write("told".getBytes(UTF_8)));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEqualTo("told");
    }

    @Test
    void whatItSendsIsReadBeforeItTakesAPlace() throws Exception {
        var request = new SlowRequest(signed("{}".getBytes(UTF_8)));
        var response = new MockHttpServletResponse();
        new PhoneSignIn(phones, accounts, turnstile, refusals, clock)
                .doFilter(
                        request,
                        response,
                        (_, answer) -> answer.getOutputStream().write("told".getBytes(UTF_8)));
        assertThat(response.getContentAsString()).isEqualTo("told");
    }

    /** It sends a byte whenever the line is about to be given up, and never ends. */
    @Test
    void whoSendsForLongerThanAMinuteIsSentAway() throws Exception {
        var seconds = new AtomicLong();
        var drip = new InputStream() {
            @Override
            public int read() {
                seconds.addAndGet(19);
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
        assertThat(PhoneSignIn.read(drip, () -> TimeUnit.SECONDS.toNanos(seconds.get())))
                .isNull();
        assertThat(seconds).hasValue(4 * 19);
    }

    /** Somebody else finds a place while it takes in; he is refused while the only one is taken. */
    final class Slow extends ServletOutputStream {

        private final ServletOutputStream line;

        Slow(ServletOutputStream line) {
            this.line = line;
        }

        @Override
        public void write(int one) throws IOException {
            try (var _ = turnstile.enter()) {
                line.write(one);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    /** Somebody else finds a place while it sends. */
    final class SlowRequest extends HttpServletRequestWrapper {

        SlowRequest(MockHttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            try (var _ = turnstile.enter()) {
                return super.getInputStream();
            }
        }
    }
}
