package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Phones beyond what can be answered are told at once to come again; a place that was left is free. */
class TurnstileTest {

    @Test
    void whoComesWhenAllWaitIsToldToComeAgain() {
        var turnstile = new Turnstile(new TurnstileSettings(1, 0));
        try (var _ = turnstile.enter()) {
            assertThat(turnstile.full()).isTrue();
            assertThatThrownBy(turnstile::enter).hasMessageContaining("phones-wait");
        }
        assertThat(turnstile.full()).isFalse();
        try (var place = turnstile.enter()) {
            assertThat(place).as("the place is free again").isNotNull();
        }
    }

    @Test
    void whoWaitsIsLetInWhenAPlaceIsLeft() throws Exception {
        var turnstile = new Turnstile(new TurnstileSettings(1, 1));
        var place = turnstile.enter();
        var inside = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = others.submit(() -> {
                try (var _ = turnstile.enter()) {
                    inside.countDown();
                }
            });
            assertThat(inside.getCount()).isEqualTo(1);
            place.close();
            other.get();
        }
        assertThat(inside.getCount()).isZero();
    }
}
