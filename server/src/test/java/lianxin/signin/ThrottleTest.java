package lianxin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever tries card codes one after the other is soon made to wait; his neighbours are not. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ThrottleTest {

    static final int PER_MINUTE = 300;

    final MockMvc http;

    ThrottleTest(MockMvc http) {
        this.http = http;
    }

    @Test
    void guessesAtCardsAreCounted() throws Exception {
        var thief = new Visitor(http, "198.51.100.7");
        var answered = 0;
        var refused = thief.get("/h/AAAAAAAAAAAAAAAAAAAAAA");
        while (refused.getStatus() == 404 && answered < 3 * PER_MINUTE) {
            answered++;
            refused = thief.get("/h/AAAAAAAAAAAAAAAAAAAAAA");
        }
        assertThat(refused.getStatus()).as("too-many").isEqualTo(429);
        assertThat(answered).isBetween(PER_MINUTE, 2 * PER_MINUTE);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(new Visitor(http, "198.51.101.7")
                        .get("/h/AAAAAAAAAAAAAAAAAAAAAA")
                        .getStatus())
                .isEqualTo(404);
    }
}
