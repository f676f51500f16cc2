package lianxin.registry;

import static lianxin.registry.HouseholdDeedsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.region.RegionRedrawn;
import lianxin.registry.HouseholdsChanged.Change;
import lianxin.registry.HouseholdsChanged.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Nothing that hangs on a village is orphaned when the map is redrawn. */
@SpringBootTest
@Transactional
@RecordApplicationEvents
class ResettledTest {

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    Households households;

    @Autowired
    JdbcClient sql;

    @Autowired
    CountyTime time;

    @Autowired
    ApplicationEventPublisher region;

    @Autowired
    ApplicationEvents events;

    RegistryCast cast;
    DivisionCode zhang;
    DivisionCode li;
    UUID wang;
    LocalDate then = LocalDate.of(2026, 1, 10);
    LocalDate later = LocalDate.of(2026, 3, 1);

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_001_000_000L).settled();
        zhang = cast.village(100, 1);
        li = cast.village(100, 2);
        wang = deeds.register(
                "W1",
                zhang,
                new HouseholdFacts(
                        "王建国", 1, 5, List.of(new Need("VETERAN", time.today().plusYears(1)))),
                then,
                cast.office());
    }

    @Test
    void householdsGoAlongToTheVillageThatTakesOver() {
        var news = redrawn(new RegionRedrawn.Move(cast.id(zhang), zhang, cast.id(li), li));
        region.publishEvent(news);
        assertThat(households.require(wang))
                .extracting(Household::village, Household::place, Household::version)
                .containsExactly(cast.id(li), li.value(), 2);
        assertThat(households.asOf(wang, later.minusDays(1)))
                .get()
                .extracting(Household::place)
                .isEqualTo(zhang.value());
        assertThat(events.stream(HouseholdsChanged.class).toList().getLast().changes())
                .containsExactly(new Change(wang, What.RECODED, li.value(), null));
        region.publishEvent(news);
        assertThat(households.require(wang).version()).as("told twice").isEqualTo(2);
    }

    @Test
    void twoVillagesMayExchangeTheirCodes() {
        var zhao = deeds.register("Z1", li, new HouseholdFacts("赵六", 1, 1, List.of()), then, cast.office());
        region.publishEvent(redrawn(
                new RegionRedrawn.Move(cast.id(zhang), zhang, cast.id(zhang), li),
                new RegionRedrawn.Move(cast.id(li), li, cast.id(li), zhang)));
        assertThat(households.require(wang))
                .extracting(Household::village, Household::place)
                .containsExactly(cast.id(zhang), li.value());
        assertThat(households.require(zhao))
                .extracting(Household::village, Household::place)
                .containsExactly(cast.id(li), zhang.value());
        assertThat(households.perVillage(cast.office().ground(), later))
                .containsEntry(li.value(), 1)
                .containsEntry(zhang.value(), 1);
    }

    @Test
    void aVillageWithHouseholdsDoesNotEndWithoutASuccessor() {
        refused(
                "place-still-lived-in",
                () -> region.publishEvent(redrawn(new RegionRedrawn.Move(cast.id(zhang), zhang, null, null))));
        region.publishEvent(redrawn(new RegionRedrawn.Move(cast.id(li), li, null, null)));
    }

    private RegionRedrawn redrawn(RegionRedrawn.Move... moves) {
        return new RegionRedrawn(UUID.randomUUID(), cast.office().id(), Instant.now(), later, List.of(moves));
    }
}
