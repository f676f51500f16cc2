package lianxin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a program checks, and how long one waits for it. */
class SignatureTest {

    /** The example of the standard’s own libraries. */
    @Test
    void itIsTheStandards() {
        assertThat(Signature.mac(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whateverIsChangedBreaksIt() {
        var secret = Signature.secret();
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(Signature.secret()).isNotEqualTo(secret);
        var id = new UUID(1, 2);
        var at = Instant.ofEpochSecond(1_000);
        var headers = Signature.headers(secret, id, at, "{}");
        assertThat(headers).containsEntry("webhook-id", "msg_" + id).containsEntry("webhook-timestamp", "1000");
        var signature = headers.get("webhook-signature");
        assertThat(Signature.headers(secret, id, at, "{ }").get("webhook-signature"))
                .isNotEqualTo(signature);
        assertThat(Signature.headers(secret, new UUID(1, 3), at, "{}").get("webhook-signature"))
                .isNotEqualTo(signature);
        assertThat(Signature.headers(secret, id, at.plusSeconds(1), "{}").get("webhook-signature"))
                .isNotEqualTo(signature);
        assertThat(Signature.headers(Signature.secret(), id, at, "{}").get("webhook-signature"))
                .isNotEqualTo(signature);
    }

    @Test
    void eachTryWaitsTwiceAsLongUpToTheMost() {
        var pace = new HookPace(30, 21_600, 5, 30, "s");
        assertThat(pace.after(1, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pace.after(1, 0.999)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(pace.after(2, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.after(5, 0)).isEqualTo(Duration.ofSeconds(240));
        assertThat(pace.after(11, 0)).isEqualTo(Duration.ofSeconds(10_800));
        assertThat(pace.after(1_000, 0)).isEqualTo(Duration.ofSeconds(10_800));
        var since = Instant.EPOCH;
        assertThat(pace.over(since, since.plus(Duration.ofDays(5)).minusMillis(1)))
                .isFalse();
        assertThat(pace.over(since, since.plus(Duration.ofDays(5)))).isTrue();
    }
}
