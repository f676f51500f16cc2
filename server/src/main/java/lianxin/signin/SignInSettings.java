package lianxin.signin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator chooses about signing in; the properties {@code lianxin.signin.*}.
 *
 * @param publicUrl how browsers reach the house, without a path: passkeys are bound to its host, and {@code https} makes cookies {@code __Host-}
 * @param secondFactorFrom the county’s day from which a second factor is asked of everybody who may see a place’s households or answers at its desk
 * @param longestSession after so long a session ends, however busy it is
 * @param certificate how a proxy says whose certificate it has checked
 */
@ConfigurationProperties("lianxin.signin")
record SignInSettings(
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("2026-01-01") LocalDate secondFactorFrom,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue Certificate certificate) {

    /**
     * @param proof a file of at least 32 characters that only the proxy and the house can read; null when nobody comes in by certificate
     * @param attribute the part of the certificate’s subject that is the login
     */
    record Certificate(
            @Nullable Path proof, @DefaultValue("CN") String attribute) {}
}
