package lianxin.staff;

import static lianxin.registry.HouseholdDeedsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.DivisionCode;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.RegistryCast;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Units and their cadres: each deed done, refused, sent twice, and by somebody who may not. */
@SpringBootTest
@Transactional
@RecordApplicationEvents
class CadresTest {

    @Autowired
    Cadres cadres;

    @Autowired
    Units units;

    @Autowired
    HouseholdDeeds households;

    @Autowired
    JdbcClient sql;

    @Autowired
    CountyTime time;

    @Autowired
    ApplicationEvents events;

    RegistryCast cast;
    UUID bureau;
    LocalDate then = LocalDate.of(2026, 1, 10);

    @BeforeEach
    void settle() {
        cast = new RegistryCast(sql, 371_001_000_000L).settled();
        bureau = units.register("U1", bureau(null, cast.county()), then, cast.office());
    }

    @Test
    void aUnitIsRegisteredAmendedAndClosed() {
        var office = cast.office();
        refused("key-taken", () -> units.register("U1", bureau(null, cast.county()), then, office));
        refused("not-here", () -> units.register("U2", bureau(null, cast.county()), then, cast.township(100)));
        refused(
                "not-a-unit-kind",
                () -> units.register(
                        "U2",
                        new UnitFacts("局", null, "COUNTY", "CLUB", new DivisionCode(cast.county()), null, null),
                        then,
                        office));
        refused("no-such-division", () -> units.register("U2", bureau(null, cast.county() + 999_000), then, office));
        refused("no-such-unit", () -> units.register("U2", bureau(UUID.randomUUID(), cast.county()), then, office));
        var station = units.register("U2", bureau(bureau, cast.county() + 100_000), then, office);
        refused("unit-in-itself", () -> units.amend(bureau, 1, bureau(station, cast.county()), office));
        var li = li();
        units.amend(bureau, 1, bureau(null, cast.county() + 101_000), office);
        assertThat(cadres.require(li).place()).isEqualTo(cast.county() + 101_000);
        refused("changed-meanwhile", () -> units.amend(bureau, 1, bureau(null, cast.county()), office));
        refused("unit-has-cadres", () -> units.close(bureau, 2, time.today(), office));
        cadres.leave(li, time.today(), office);
        units.close(bureau, 2, time.today(), office);
        assertThat(units.require(bureau).until()).isEqualTo(time.today());
        assertThat(units.search("农业", office.ground(), 9)).hasSize(1);
        assertThat(units.search("nyj", office.ground(), 9)).hasSize(1);
    }

    @Test
    void aCadreIsRegisteredAndAmended() {
        var li = li();
        assertThat(cadres.require(li))
                .extracting(Cadre::name, Cadre::place, Cadre::skills)
                .containsExactly("李卫东", cast.county(), List.of("LOW_INCOME", "VETERAN"));
        assertThat(events.stream(CadresChanged.class).toList().getLast())
                .extracting(CadresChanged::subject, CadresChanged::left)
                .containsExactly(li, List.of());
        refused("key-taken", () -> cadres.register("C1", facts(bureau, "STAFF"), then, cast.office()));
        refused("not-here", () -> cadres.register("C2", facts(bureau, "STAFF"), then, cast.township(100)));
        refused("not-yours", () -> cadres.register("C2", facts(bureau, "STAFF"), then, cast.liaison(bureau)));
        refused("not-a-rank", () -> cadres.register("C2", facts(bureau, "KING"), then, cast.office()));
        refused("no-such-unit", () -> cadres.register("C2", facts(UUID.randomUUID(), "STAFF"), then, cast.office()));
        refused(
                "capacity-unlikely",
                () -> cadres.register(
                        "C2",
                        new CadreFacts(bureau, "赵云", "科员", "STAFF", false, null, List.of(), null, 9, 8),
                        then,
                        cast.office()));
        cadres.amend(li, 1, facts(bureau, "SECTION_LEAD"), cast.office());
        assertThat(cadres.require(li)).extracting(Cadre::rank, Cadre::version).containsExactly("SECTION_LEAD", 2);
        refused("changed-meanwhile", () -> cadres.amend(li, 1, facts(bureau, "STAFF"), cast.office()));
        refused("not-here", () -> cadres.amend(li, 2, facts(bureau, "STAFF"), cast.stranger()));
    }

    @Test
    void anExemptionHasAReasonAndAnEnd() {
        var li = li();
        var today = time.today();
        refused("exemption-without-end", () -> cadres.exempt(li, 1, "病假", today.plusYears(2), cast.office()));
        refused("exemption-without-end", () -> cadres.exempt(li, 1, " ", today.plusDays(2), cast.office()));
        cadres.exempt(li, 1, "病假", today.plusDays(2), cast.office());
        assertThat(cadres.require(li).exempt(today)).isTrue();
        assertThat(cadres.expiredExemptions(cast.office().ground(), today)).isEmpty();
        assertThat(cadres.expiredExemptions(cast.office().ground(), today.plusDays(2)))
                .extracting(Cadre::id)
                .containsExactly(li);
        refused("changed-meanwhile", () -> cadres.recall(li, 1, cast.office()));
        cadres.recall(li, 2, cast.office());
        assertThat(cadres.require(li).exemptUntil()).isNull();
    }

    @Test
    void leaving() {
        var li = li();
        assertThat(cadres.countServing(cast.office().ground(), time.today())).isEqualTo(1);
        refused("day-too-early", () -> cadres.leave(li, then, cast.office()));
        cadres.leave(li, time.today(), cast.office());
        assertThat(cadres.countServing(cast.office().ground(), time.today())).isZero();
        assertThat(events.stream(CadresChanged.class).toList().getLast().left()).containsExactly(li);
        refused("cadre-left", () -> cadres.leave(li, time.today(), cast.office()));
        refused("no-such-cadre", () -> cadres.leave(UUID.randomUUID(), time.today(), cast.office()));
    }

    @Test
    void nobodyLeavesWhileHouseholdsHangOnHim() {
        var li = li();
        var wang = households.register(
                "W1", cast.village(100, 1), new HouseholdFacts("王建国", 1, 5, List.of()), then, cast.office());
        sql.sql(
                        "insert into pairing.pairing (household, since, cadre, place, reason, by_whom) values (:h, :day, :c, :place, 'PLAN_ADOPTED', :c)")
                .param("h", wang)
                .param("day", then)
                .param("c", li)
                .param("place", cast.village(100, 1).value())
                .update();
        refused("cadre-holds-households", () -> cadres.leave(li, time.today(), cast.office()));
    }

    @Test
    void aLiaisonSeesHerOwnUnitOnly() {
        var li = li();
        var other = units.register("U2", bureau(null, cast.county()), then, cast.office());
        cadres.register("C2", facts(other, "STAFF"), then, cast.office());
        var liaison = cast.liaison(bureau);
        var start = new UUID(0, 0);
        assertThat(cadres.page(liaison.ground(), time.today(), null, 0, start, 9, liaison))
                .extracting(Cadre::id)
                .containsExactly(li);
        assertThat(cadres.page(liaison.ground(), time.today(), other, 0, start, 9, liaison))
                .extracting(Cadre::id)
                .containsExactly(li);
        assertThat(cadres.search("李", liaison.ground(), 9, liaison))
                .extracting(Cadre::id)
                .containsExactly(li);
        assertThat(cadres.search("卫东", cast.office().ground(), 9, cast.office()))
                .hasSize(2);
        assertThat(units.page(liaison.ground(), time.today(), "", 9, liaison))
                .extracting(Unit::id)
                .containsExactly(bureau);
        refused("no-such-unit", () -> units.family(other, liaison));
        refused("not-here", () -> units.family(other, cast.stranger()));
    }

    private UUID li() {
        return cadres.register("C1", facts(bureau, "STAFF"), then, cast.office());
    }

    private static UnitFacts bureau(@Nullable UUID parent, long place) {
        return new UnitFacts("农业局", parent, "COUNTY", "GOVERNMENT", new DivisionCode(place), null, null);
    }

    private static CadreFacts facts(UUID unit, String rank) {
        return new CadreFacts(
                unit, "李卫东", "科员", rank, false, "0537-1234567", List.of("VETERAN", "LOW_INCOME"), null, null, null);
    }
}
