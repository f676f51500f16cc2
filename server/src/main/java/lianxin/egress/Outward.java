package lianxin.egress;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Calls machines elsewhere: only those whose origin the operator has named, only at addresses of the internet or of a network he has named, each looked up
 * once and connected to as looked up. No redirect is followed, no cookie and no proxy of the environment used; an answer is read up to a limit.
 */
@Service
public class Outward {

    private static final Timeout PATIENCE = Timeout.of(Duration.ofSeconds(5));
    private static final int MOST_BYTES = 1 << 20;

    private final Set<Origin> allowed = new HashSet<>();
    private final CloseableHttpClient http;

    @Autowired
    Outward(EgressSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    Outward(EgressSettings settings, DnsResolver names) {
        for (var origin : settings.allow()) {
            allow(URI.create(origin));
        }
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(names, new Inside(settings.inside())))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .build();
        http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /**
     * Another room’s settings name this origin too.
     *
     * @throws IllegalArgumentException when it is no address that can be called
     */
    public final void allow(URI origin) {
        try {
            allowed.add(Origin.of(origin));
        } catch (Forbidden e) {
            throw new IllegalArgumentException("%s: %s".formatted(origin, e.getMessage()), e);
        }
    }

    /** Whether the operator has named where this leads. Where it lies is looked at when it is called. */
    public boolean allows(URI to) {
        try {
            return allowed.contains(Origin.of(to));
        } catch (Forbidden e) {
            return false;
        }
    }

    /**
     * Sends text and waits for the answer, at most some seconds for each step.
     *
     * @throws Forbidden when the house does not call there
     * @throws IOException when nobody answers in time, or at too great length
     */
    public Answer post(URI to, ContentType type, String body, Map<String, String> headers) throws IOException {
        var origin = Origin.of(to);
        if (!allowed.contains(origin)) {
            throw new Forbidden(origin + " is not allowed (lianxin.egress.allow)");
        }
        var request = new HttpPost(to);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, type));
        return http.execute(request, response -> {
            var entity = response.getEntity();
            if (entity == null) {
                return new Answer(response.getCode(), "");
            }
            try (var in = entity.getContent()) {
                var bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException(origin + " answers at too great length");
                }
                return new Answer(response.getCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        });
    }

    /** What came back. A redirect comes back as it is. */
    public record Answer(int status, String body) {}
}
