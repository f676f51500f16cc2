package lianxin.record;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the record is signed and who witnesses it. None of it can be set so that it stops.
 *
 * @param every time between two signed states while something is new; a second to a minute
 * @param witnesses the only addresses the record ever calls
 */
@ConfigurationProperties("lianxin.record")
record RecordSettings(
        @DefaultValue("15s") Duration every, @DefaultValue List<WitnessAt> witnesses) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);

    RecordSettings {
        if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("lianxin.record.every must be between 1s and 60s; it is " + every);
        }
    }

    /**
     * A witness: where it is and which key it signs with.
     *
     * @param url {@code https://…}, to which {@code /add-checkpoint} is appended; or {@code file:///…}, a folder that is carried
     * @param key {@code NAME+HASH+KEY}
     */
    record WitnessAt(URI url, String key) {}
}
