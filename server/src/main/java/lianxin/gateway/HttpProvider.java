package lianxin.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import lianxin.egress.Outward;
import lianxin.egress.Signature;
import org.apache.hc.core5.http.ContentType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A provider behind an address: JSON by POST, signed as Standard Webhooks says. What a provider’s own interface needs stands between, on the operator’s side. */
@Component
class HttpProvider implements Provider {

    private static final ContentType JSON = ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8);

    private final GatewaySettings settings;
    private final Outward outward;
    private final JsonMapper json;
    private final Clock clock;

    HttpProvider(GatewaySettings settings, Outward outward, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.outward = outward;
        this.json = json;
        this.clock = clock;
        if (settings.url() != null) {
            outward.allow(settings.url());
        }
    }

    @Override
    public boolean on() {
        return settings.on();
    }

    @Override
    public void carry(UUID id, Message message) throws IOException, Refused {
        URI url = Objects.requireNonNull(settings.url());
        var body = json.writeValueAsString(message);
        var headers = Signature.headers(Objects.requireNonNull(settings.secret()), id, clock.instant(), body);
        var status = outward.post(url, JSON, body, headers).status();
        if (status / 100 == 2) {
            return;
        }
        if (status / 100 == 4 && status != 408 && status != 425 && status != 429) {
            throw new Refused(status);
        }
        throw new IOException("it answered " + status);
    }
}
