package lianxin.staff;

import static lianxin.registry.HouseholdDeedsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.region.DivisionCode;
import lianxin.region.RegionRedrawn;
import lianxin.region.RegionRedrawn.Move;
import lianxin.registry.RegistryCast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** No unit is left in a place that is no more. */
@SpringBootTest
@Transactional
class RelocatedTest {

    @Autowired
    Units units;

    @Autowired
    Cadres cadres;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationEventPublisher region;

    RegistryCast cast;
    DivisionCode zhang;
    DivisionCode li;
    UUID unit;
    LocalDate then = LocalDate.of(2026, 1, 10);

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_004_000_000L).settled();
        zhang = cast.village(100, 1);
        li = cast.village(100, 2);
        unit = units.register(
                "U1", new UnitFacts("张村", null, "VILLAGE", "OTHER", zhang, null, null), then, cast.office());
    }

    @Test
    void aUnitAndItsCadresGoAlongOnce() {
        var cadre = cadres.register(
                "C1",
                new CadreFacts(unit, "李红", "主任", "STAFF", false, null, List.of(), cast.id(zhang), null, null),
                then,
                cast.office());
        var news = redrawn(new Move(cast.id(zhang), zhang, cast.id(li), li));
        region.publishEvent(news);
        assertThat(units.require(unit).place()).isEqualTo(li.value());
        assertThat(cadres.require(cadre))
                .extracting(Cadre::place, Cadre::homeVillage)
                .containsExactly(li.value(), cast.id(li));
        var version = cadres.require(cadre).version();
        region.publishEvent(news);
        assertThat(cadres.require(cadre).version()).as("told twice").isEqualTo(version);
    }

    @Test
    void aPlaceWithUnitsDoesNotEndWithoutASuccessor() {
        refused(
                "place-still-worked-in",
                () -> region.publishEvent(redrawn(new Move(cast.id(zhang), zhang, null, null))));
        units.close(unit, 1, then.plusDays(2), cast.office());
        region.publishEvent(redrawn(new Move(cast.id(zhang), zhang, null, null)));
    }

    private RegionRedrawn redrawn(Move... moves) {
        return new RegionRedrawn(
                UUID.randomUUID(), cast.office().id(), Instant.now(), then.plusDays(50), List.of(moves));
    }
}
