package lianxin.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Devices somebody has signed in from. A device is known by a random cookie, of which we keep the hash; it proves nothing, it only waits less. */
@Service
class Devices {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final JdbcClient sql;
    private final Clock clock;

    Devices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The device the request comes from, when it is one that has signed in to {@code account} before. */
    @Nullable
    String known(HttpServletRequest request, UUID account) {
        return cookie(request)
                .map(Links::hash)
                .filter(hash -> sql.sql("""
                        select exists (select from signin.device where hash = :hash and account = :account and since > :oldest)
                        """)
                        .param("hash", hash)
                        .param("account", account)
                        .param("oldest", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single())
                .map(hash -> HexFormat.of().formatHex(hash))
                .findFirst()
                .orElse(null);
    }

    /** From now on this device is one of the account's. */
    @Transactional
    void remember(UUID account, HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("insert into signin.device (hash, account, since) values (:hash, :account, :now)")
                .param("hash", Links.hash(token))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), token)
                        .path("/")
                        .secure(request.isSecure())
                        .httpOnly(true)
                        .sameSite("Strict")
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private static Stream<String> cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? Stream.empty()
                : Arrays.stream(request.getCookies())
                        .filter(c -> c.getName().equals(name(request)))
                        .map(Cookie::getValue);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-device" : "device";
    }
}
