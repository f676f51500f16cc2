package lianxin.phone;

import static lianxin.phone.Yard.arrives;
import static lianxin.phone.Yard.comeAgain;
import static lianxin.phone.Yard.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lianxin.OwnDatabase;
import lianxin.phone.Yard.Kept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A database that answers late, or not at all for a while: who comes is told to come again, and all arrives in the end, once. Commits for good. */
@SpringBootTest(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.datasource.hikari.connection-timeout=2000",
            "lianxin.phone.at-once=2",
            "lianxin.phone.waiting=2"
        })
@AutoConfigureMockMvc
class SlowDatabaseTest {

    static final int PHONES = 8;

    static Narrows narrows;

    @Autowired
    ApplicationContext house;

    @Autowired
    MockMvc http;

    final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @DynamicPropertySource
    static void aDatabaseBehindNarrows(DynamicPropertyRegistry properties) throws IOException {
        var way = OwnDatabase.start("narrows", properties);
        var beyond = URI.create(way.url().substring("jdbc:".length())).getPort();
        narrows = new Narrows(beyond); // it goes on for as long as the context, which others may come back to
        properties.add(
                "spring.datasource.url", () -> way.url().replace(":" + beyond + "/", ":" + narrows.port() + "/"));
    }

    @AfterEach
    void well() {
        narrows.well();
        others.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 300})
    void lateAnswersAreAnswersStill(int millis) throws Exception {
        var yard = new Yard(house);
        var phone = yard.phone();
        var visit = writes(phone, "慢");
        narrows.late(Duration.ofMillis(millis));
        var told = phone.tell();
        narrows.well();
        if (told.getStatus() != 200) {
            comeAgain(told, "not-now", "phones-wait");
        }
        arrives(phone);
        assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE);
    }

    @Test
    void itFallsSilentAndComesBack() throws Exception {
        var yard = new Yard(house);
        var phones = yard.phones(PHONES);
        var visits = phones.stream().map(phone -> writes(phone, "静")).toList();
        narrows.silent();
        var told = new ArrayList<Future<MockHttpServletResponse>>();
        for (var phone : phones) {
            Callable<MockHttpServletResponse> tell = phone::tell;
            told.add(others.submit(tell));
        }
        var page = others.submit(() -> http.perform(get("/me").with(user(phones.getFirst().login)))
                .andReturn()
                .getResponse());
        for (var one : told) { // while it is silent still: nobody waits for it to speak again
            comeAgain(one.get(2, TimeUnit.MINUTES), "not-now", "phones-wait");
        }
        narrows.well();
        assertThat(page.get(2, TimeUnit.MINUTES).getStatus()).isIn(200, 503);
        for (var phone : phones) {
            arrives(phone);
            phone.sync();
            assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
        }
        assertThat(visits).allSatisfy(visit -> assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE));
    }
}
