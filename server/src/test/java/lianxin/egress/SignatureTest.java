package lianxin.egress;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatComesInIsCheckedTheSameWay() {
        var secret = Signature.secret();
        var now = Instant.ofEpochSecond(1_800_000_000);
        var headers = Signature.headers(secret, new UUID(1, 2), now, "{}");
        var right = new Signature.Of(
                headers.get("webhook-id"), headers.get("webhook-timestamp"), headers.get("webhook-signature"));
        assertThat(right.fits(secret, "{}", now)).isTrue();
        assertThat(right.fits(secret, "{}", now.plus(Signature.WINDOW))).isTrue();
        assertThat(right.fits(secret, "{}", now.plus(Signature.WINDOW).plusSeconds(1)))
                .isFalse();
        assertThat(right.fits(secret, "{}", now.minus(Signature.WINDOW).minusSeconds(1)))
                .isFalse();
        assertThat(right.fits(secret, "{ }", now)).isFalse();
        assertThat(right.fits(Signature.secret(), "{}", now)).isFalse();
        assertThat(new Signature.Of(right.id() + "x", right.timestamp(), right.signatures()).fits(secret, "{}", now))
                .isFalse();
        assertThat(new Signature.Of(right.id(), "1800000001", right.signatures()).fits(secret, "{}", now))
                .isFalse();
        assertThat(new Signature.Of(right.id(), right.timestamp(), "v1,AAAA " + right.signatures())
                        .fits(secret, "{}", now))
                .as("an old secret’s beside the new one’s")
                .isTrue();
        assertThat(new Signature.Of("", "", "").fits(secret, "{}", now)).isFalse();
        assertThat(new Signature.Of("a", "9".repeat(12), "v1,").fits(secret, "{}", now))
                .isFalse();
    }
}
