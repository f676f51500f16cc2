package lianxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import lianxin.egress.Signature;
import org.junit.jupiter.api.Test;

/** When nobody is asked, how long one waits, and without what there is no gateway. */
class PaceTest {

    static Pace pace(String from, String until) {
        return new Pace(LocalTime.parse(from), LocalTime.parse(until), 2, 7, 60, 21_600, 72, 14, "s");
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00+08:00");
    }

    @Test
    void nobodyIsAskedAtNight() {
        var night = pace("20:00", "08:30");
        assertThat(night.quiet(at("19:59"))).isFalse();
        assertThat(night.quiet(at("20:00"))).isTrue();
        assertThat(night.quiet(at("00:00"))).isTrue();
        assertThat(night.quiet(at("08:29"))).isTrue();
        assertThat(night.quiet(at("08:30"))).isFalse();
        assertThat(night.loud(at("10:00"))).isEqualTo(at("10:00"));
        assertThat(night.loud(at("03:00"))).isEqualTo(at("08:30"));
        assertThat(night.loud(at("21:00"))).isEqualTo(at("08:30").plus(Duration.ofDays(1)));
        var noon = pace("12:00", "14:00");
        assertThat(noon.quiet(at("11:59"))).isFalse();
        assertThat(noon.quiet(at("13:00"))).isTrue();
        assertThat(noon.quiet(at("14:00"))).isFalse();
        assertThat(noon.loud(at("13:00"))).isEqualTo(at("14:00"));
    }

    @Test
    void eachTryWaitsTwiceAsLong() {
        var pace = pace("20:00", "08:30");
        assertThat(pace.after(1, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.after(3, 0)).isEqualTo(Duration.ofSeconds(120));
        assertThat(pace.after(99, 0)).isEqualTo(Duration.ofSeconds(10_800));
    }

    @Test
    void aWeakSecretIsNone() {
        var url = URI.create("https://gateway.example");
        assertThat(new GatewaySettings(null, null).on()).isFalse();
        assertThat(new GatewaySettings(url, Signature.secret()).on()).isTrue();
        assertThat(new GatewaySettings(url, Signature.secret()).toString()).doesNotContain("whsec");
        for (var weak : new String[] {null, "", "secret", "whsec_", "whsec_AAAA", "whsec_???"}) {
            assertThatThrownBy(() -> new GatewaySettings(url, weak)).hasMessageContaining("lianxin.gateway.secret");
        }
    }
}
