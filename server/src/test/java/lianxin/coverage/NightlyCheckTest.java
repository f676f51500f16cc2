package lianxin.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lianxin.access.Role;
import lianxin.pairing.Cast;
import lianxin.pairing.Pairings;
import lianxin.pairing.Pairings.Adoption;
import lianxin.pairing.Reason;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.scheme.ContactScheme;
import lianxin.scheme.ContactScheme.Load;
import lianxin.scheme.Schemes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The check finds every broken promise, and shows what a scheme would break. */
@SpringBootTest
@Transactional
class NightlyCheckTest {

    @Autowired
    NightlyCheck check;

    @Autowired
    Pairings pairings;

    @Autowired
    Schemes schemes;

    @Autowired
    SchemeEffect effect;

    @Autowired
    JdbcClient sql;

    @Test
    void everyBrokenPromiseIsFound() {
        var cast = Cast.on(sql);
        cast.village(1);
        var day = LocalDate.of(2013, 3, 6);
        var busy = cast.cadre(cast.bureau(), "COUNTY_LEAD", Cast.BEGAN);
        var idle = cast.cadre();
        var excused = cast.cadre();
        sql.sql("update staff.cadre set exempt_reason = '借调', exempt_until = '2099-01-01' where id = :id")
                .param("id", excused)
                .update();
        sql.sql("update staff.cadre set exempt_reason = '产假', exempt_until = '2014-01-01' where id = :id")
                .param("id", idle)
                .update();
        var families = new UUID[11];
        for (int n = 0; n < families.length; n++) {
            families[n] = cast.household(1);
        }
        cast.household(1);
        pairings.adopt(
                new Adoption(null, day, Reason.PLAN_ADOPTED, List.of(cast.plan(1, busy, families))), cast.office());

        var found = check.check(new DivisionCode(cast.county()), cast.office());
        assertThat(found.households()).isEqualTo(12);
        assertThat(found.uncovered()).isEqualTo(1);
        assertThat(found.cadres()).isEqualTo(3);
        assertThat(found.idle()).isEqualTo(1);
        assertThat(found.overloaded()).isEqualTo(1);
        assertThat(found.expiredExemptions()).isEqualTo(1);
        assertThat(found.broken()).isZero();
        assertThat(found.loads()).containsExactly(2, 0, 0, 1);
        assertThat(found.kept()).isFalse();
        assertThat(check.latest(cast.ground())).get().extracting(Finding::id).isEqualTo(found.id());
        assertThat(check.checkAll()).anySatisfy(f -> assertThat(f.ground()).isEqualTo(cast.ground()));
    }

    @Test
    void aChainBrokenBehindTheConstraintsIsFound() {
        var cast = Cast.on(sql);
        cast.village(1);
        var family = cast.household(1);
        pairings.adopt(
                new Adoption(
                        null,
                        LocalDate.of(2013, 3, 6),
                        Reason.PLAN_ADOPTED,
                        List.of(cast.plan(1, cast.cadre(), family))),
                cast.office());
        sql.sql("set constraints all immediate").update();
        sql.sql("set constraints all deferred").update();
        sql.sql("update pairing.pairing set until = '2013-06-01' where household = :id")
                .param("id", family)
                .update();
        assertThat(check.check(new DivisionCode(cast.county()), cast.office()).broken())
                .isEqualTo(1);
    }

    @Test
    void aNewVersionTakesOverFromItsDayAndIsSeenBefore() {
        var cast = Cast.on(sql);
        cast.cadre();
        var today = LocalDate.now(CountyTime.ZONE);
        var before = schemes.inForce(today).rules();
        var ranks = new LinkedHashMap<>(before.ranks());
        ranks.put("STAFF", new Load(1, 20, 25, 100));
        var rules = new ContactScheme(3, before.ordinary(), before.needs(), ranks, before.matching());
        var seen = effect.of(rules, today, cast.office());
        assertThat(seen.differences())
                .extracting(SchemeEffect.Difference::rule)
                .containsExactly("STAFF.target", "STAFF.max");
        assertThat(seen.roomBefore() - seen.roomAfter()).isEqualTo(15);
        var id = schemes.publish(today.plusDays(1), "新办法", "县办〔2026〕1号", rules, cast.office());
        assertThat(schemes.inForce(today).rules()).isEqualTo(before);
        assertThat(schemes.inForce(today.plusDays(1)).id()).isEqualTo(id);
        refused("scheme-unsound", () -> schemes.publish(today, "早了", "文", rules, cast.office()));
        refused("scheme-unsound", () -> schemes.publish(today.plusDays(1), " ", "文", rules, cast.office()));
        refused(
                "not-yours",
                () -> schemes.publish(today.plusDays(1), "办法", "文", rules, cast.as(Role.TOWNSHIP, null, null)));
        for (var load :
                List.of(new Load(0, 1, 2, 0), new Load(5, 4, 6, 0), new Load(1, 9, 8, 0), new Load(1, 2, 3, -1))) {
            var unsound = new ContactScheme(3, before.ordinary(), Map.of(), Map.of("STAFF", load), before.matching());
            refused("scheme-unsound", () -> schemes.publish(today.plusDays(1), "办法", "文", unsound, cast.office()));
        }
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }
}
