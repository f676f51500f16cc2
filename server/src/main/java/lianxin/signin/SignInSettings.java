package lianxin.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator chooses about signing in; the properties {@code lianxin.signin.*}.
 *
 * @param publicUrl how browsers reach the house, without a path: passkeys are bound to its host, and {@code https} makes cookies {@code __Host-}
 */
@ConfigurationProperties("lianxin.signin")
record SignInSettings(@DefaultValue("http://localhost:8080") String publicUrl) {}
