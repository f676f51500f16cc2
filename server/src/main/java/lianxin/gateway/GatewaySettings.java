package lianxin.gateway;

import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The provider of messages and calls. Without an address the gateway is off.
 *
 * @param url where questions are sent, {@code https://…}
 * @param secret with which both sides sign, {@code whsec_} and the base64 of at least 24 bytes
 */
@ConfigurationProperties("lianxin.gateway")
record GatewaySettings(@Nullable URI url, @Nullable String secret) {

    private static final int LEAST = 24;

    GatewaySettings {
        if (url != null && !strong(secret)) {
            throw new IllegalArgumentException(
                    "lianxin.gateway.secret must be whsec_ and the base64 of at least 24 bytes");
        }
    }

    boolean on() {
        return url != null;
    }

    private static boolean strong(@Nullable String secret) {
        try {
            return secret != null
                    && secret.startsWith("whsec_")
                    && Base64.getDecoder().decode(secret.substring(6)).length >= LEAST;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "GatewaySettings[" + url + "]";
    }
}
