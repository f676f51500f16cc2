package lianxin.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.pairing.Cast;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The rules a county sets: which scheme holds, and which unit serves where. */
@SpringBootTest
@Transactional
class SchemesTest {

    @Autowired
    Schemes schemes;

    @Autowired
    Grounds grounds;

    @Autowired
    JdbcClient sql;

    @Test
    void theDefaultHoldsFromTheBeginningAndIsSound() {
        var first = schemes.documentedDefault();
        SchemeRules.sound(first.rules(), first.effective(), LocalDate.MIN);
        assertThat(schemes.inForce(LocalDate.of(2013, 3, 6)).rules()).isEqualTo(first.rules());
        refused("no-scheme", () -> schemes.inForce(LocalDate.of(2011, 1, 1)));
        var rules = first.rules();
        assertThat(rules.care(List.of())).isEqualTo(rules.ordinary());
        assertThat(rules.care(List.of("VETERAN", "LIVING_ALONE")).everyDays()).isEqualTo(30);
        assertThat(rules.unskilled(List.of("VETERAN", "LIVING_ALONE"), List.of("VETERAN")))
                .isEqualTo(300);
    }

    @Test
    void aUnitIsGivenAPlaceOnceAndItsPlaceFollowsTheCode() {
        var cast = Cast.on(sql);
        cast.village(1);
        var day = LocalDate.of(2013, 3, 6);
        var village = new DivisionCode(cast.code(1));
        grounds.put(cast.bureau(), village, day, "", cast.office());
        refused("ground-given-already", () -> grounds.put(cast.bureau(), village, day, "", cast.office()));
        assertThat(grounds.on(cast.ground(), day))
                .containsExactly(new Grounds.UnitGround(cast.bureau(), village.ground()));
        assertThat(grounds.serves(cast.bureau(), village.value(), day)).isTrue();
        var after = new DivisionCode(cast.code(2));
        grounds.on(new lianxin.region.RegionRedrawn(
                UUID.randomUUID(),
                cast.office().id(),
                java.time.Instant.now(),
                day.plusDays(9),
                List.of(new lianxin.region.RegionRedrawn.Move(UUID.randomUUID(), village, UUID.randomUUID(), after))));
        assertThat(grounds.of(cast.bureau(), day.plusDays(8)))
                .extracting(Grounds.UnitGround::ground)
                .containsExactly(village.ground());
        assertThat(grounds.of(cast.bureau(), day.plusDays(9)))
                .extracting(Grounds.UnitGround::ground)
                .containsExactly(after.ground());
        refused("ground-end-unsaid", () -> grounds.remove(cast.bureau(), after, day.plusDays(20), " ", cast.office()));
        grounds.remove(cast.bureau(), after, day.plusDays(20), "调整", cast.office());
        refused("ground-not-given", () -> grounds.remove(cast.bureau(), after, day.plusDays(20), "调整", cast.office()));
        assertThat(grounds.of(cast.bureau(), day.plusDays(20))).isEmpty();
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }
}
