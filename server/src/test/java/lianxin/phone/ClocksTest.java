package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianxin.phone.Yard.arrives;
import static lianxin.phone.Yard.writes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import lianxin.OwnDatabase;
import lianxin.access.Accounts;
import lianxin.phone.Yard.Kept;
import lianxin.signin.Phones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clocks of phones and of the house jump and drift: no good visit is refused, none is lost or kept twice. Commits for good. */
@SpringBootTest
@AutoConfigureMockMvc
class ClocksTest {

    /** How far the house's clock is ahead of the world. */
    static Duration ahead = Duration.ZERO;

    @Autowired
    ApplicationContext house;

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("clocks", properties);
    }

    @TestConfiguration
    static class Turned {

        @Bean
        @Primary
        Clock turned() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead);
                }
            };
        }
    }

    @AfterEach
    void right() {
        ahead = Duration.ZERO;
    }

    /** What was written with a clock nobody knows to be wrong may have to wait for a person; all else counts at once. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P3650D", "P-3650D"})
    void thePhonesClockJumpsWhileWordsWait(Duration jump) throws Exception {
        var yard = new Yard(house);
        var phone = yard.phone();
        var before = writes(phone, "钟还准");
        phone.fast = jump;
        var wrong = writes(phone, "钟刚跳过");
        phone.sync(); // learns
        var after = writes(phone, "又准了");
        phone.sync();
        assertThat(phone.waiting).isEmpty();
        assertThat(yard.kept(before)).isEqualTo(Kept.ONCE);
        assertThat(yard.kept(wrong)).isIn(Kept.ONCE, Kept.FOR_A_PERSON);
        assertThat(yard.kept(after)).isEqualTo(Kept.ONCE);
        assertThat(phone.last.get("root").asString()).isEqualTo(phone.root());
    }

    @Test
    void thePhonesClockDrifts() throws Exception {
        var yard = new Yard(house);
        var phone = yard.phone();
        for (var day = 0; day < 10; day++) {
            phone.fast = phone.fast.plusMinutes(7);
            var visit = writes(phone, "慢慢快了");
            phone.sync();
            assertThat(yard.kept(visit)).isEqualTo(Kept.ONCE);
        }
    }

    /** What was written before the phone heard of the right clock again may have to wait for a person; afterwards all counts at once. */
    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P3650D", "P-3650D"})
    void theHousesClockJumps(Duration jump) throws Exception {
        var yard = new Yard(house);
        var phone = yard.phone();
        var before = writes(phone, "县里的钟还准");
        ahead = jump;
        var during = writes(phone, "县里的钟跳了");
        var told = phone.tell();
        if (jump.isNegative()) { // by this clock nobody has a mandate yet, and the phone would have to wipe itself
            assertThat(told.getStatus()).isEqualTo(503);
            assertThat(told.getContentAsString(UTF_8)).contains("/problems/clock-behind");
            assertThat(told.getHeader("Retry-After")).isEqualTo("60");
            assertThat(yard.kept(during)).isEqualTo(Kept.NOTHING);
        } else {
            phone.sync();
        }
        ahead = Duration.ZERO;
        var between = writes(phone, "县里的钟准了，手机还不知道");
        arrives(phone);
        var after = writes(phone, "县里的钟又准了");
        arrives(phone);
        assertThat(yard.kept(before)).isIn(Kept.ONCE, Kept.FOR_A_PERSON);
        assertThat(yard.kept(during)).isIn(Kept.ONCE, Kept.FOR_A_PERSON);
        assertThat(yard.kept(between)).isIn(Kept.ONCE, Kept.FOR_A_PERSON);
        assertThat(yard.kept(after)).isEqualTo(Kept.ONCE);
        assertThat(phone.wiped).isFalse();
    }

    /** What holds for a clock that fell back does not keep a lost phone's round on it. */
    @Test
    void aLostPhoneWipesItselfByAnyClock() throws Exception {
        var phone = new Yard(house).phone();
        var account = house.getBean(Accounts.class).byLogin(phone.login).orElseThrow();
        house.getBean(Phones.class).end(phone.id, account.id());
        ahead = Duration.ofDays(-3650);
        phone.sync();
        assertThat(phone.wiped).isTrue();
    }
}
