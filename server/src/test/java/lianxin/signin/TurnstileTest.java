package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Phones beyond what can be answered are told at once to come again; a place that was left is free. */
class TurnstileTest {

    @Test
    void whoComesWhenAllWaitIsToldToComeAgain() {
        var turnstile = turnstile(0);
        try (var _ = turnstile.enter()) {
            assertThat(turnstile.arrive()).as("its request is not even read").isNull();
            assertThatThrownBy(turnstile::enter).hasMessageContaining("phones-wait");
        }
        try (var place = turnstile.enter()) {
            assertThat(place).as("the place is free again").isNotNull();
        }
    }

    @Test
    void whoWaitsIsLetInWhenAPlaceIsLeft() throws Exception {
        var turnstile = turnstile(1);
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

    @Test
    void soManyMayBeOnTheirWay() {
        var turnstile = turnstile(1);
        try (var first = turnstile.arrive()) {
            assertThat(first).isNotNull();
            assertThat(turnstile.arrive()).as("two are too many").isNull();
        }
        try (var again = turnstile.arrive()) {
            assertThat(again).as("the first has arrived").isNotNull();
        }
    }

    @Test
    void whoIsSentAwayIsToldWhyAndWhenToComeAgain() throws Exception {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "en");
        var response = new MockHttpServletResponse();
        turnstile(0).sendAway(request, response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getContentAsString()).contains("/problems/phones-wait", "tries again by itself");
    }

    static Turnstile turnstile(int waiting) {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/signin");
        words.setDefaultEncoding("UTF-8");
        return new Turnstile(new TurnstileSettings(1, waiting, 1), words, new JsonMapper());
    }
}
