package lianxin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import lianxin.access.Mandate.Kind;
import lianxin.platform.CountyTime;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.Ground;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** Who may act as what, until when, and who gives it. */
@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MandatesTest {

    static final DivisionCode COUNTY = DivisionCode.of("370827000000");
    static final DivisionCode TOWN = DivisionCode.of("370827101000");
    static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), CountyTime.ZONE);

    final Caller system = caller(Role.SYSTEM_ADMIN);
    final Caller security = caller(Role.SECURITY_ADMIN);
    final Caller audit = caller(Role.AUDIT_ADMIN);

    final Accounts accounts;
    final Mandates mandates;
    final Notices notices;
    final JdbcClient sql;

    MandatesTest(Accounts accounts, Mandates mandates, Notices notices, JdbcClient sql) {
        this.accounts = accounts;
        this.mandates = mandates;
        this.notices = notices;
        this.sql = sql;
    }

    @Test
    void anAccountWithoutAMandateMayDoNothing() {
        assertThat(live(open("wang"))).isEmpty();
    }

    @Test
    void severalMandatesStandSideBySideUntilEachIsEnded() {
        var wang = open("wang");
        var town = give(wang, Role.TOWNSHIP, TOWN);
        give(wang, Role.SUPERVISOR, COUNTY);
        assertThat(live(wang)).extracting(Mandate::role).containsExactly(Role.TOWNSHIP, Role.SUPERVISOR);

        mandates.end(town, security);
        mandates.end(town, security);
        assertThat(live(wang)).extracting(Mandate::role).containsExactly(Role.SUPERVISOR);
        assertThat(mandates.history(wang, audit)).hasSize(2);
    }

    @Test
    void aClosedAccountHoldsNothingAndGetsItBackWhenItIsOpenedAgain() {
        var wang = open("wang");
        give(wang, Role.TOWNSHIP, TOWN);
        accounts.close(wang, system);
        assertThat(live(wang)).isEmpty();
        assertThat(accounts.byLogin("wang")).isEmpty();
        accounts.reopen(wang, system);
        assertThat(live(wang)).hasSize(1);
    }

    @Test
    void whoeverIsInServiceIsAContactCadreByThatAlone() {
        var cadre = cadre(unit());
        var li = accounts.open("li", "李某", cadre, system);
        assertThat(live(li)).singleElement().satisfies(m -> {
            assertThat(m.kind()).isEqualTo(Kind.POST);
            assertThat(m.cadre()).isEqualTo(cadre);
            assertThat(m.ground()).isEqualTo(DivisionCode.of("370800000000").ground());
        });
        sql.sql("update staff.cadre set until = :today where id = :id")
                .param("today", TODAY)
                .param("id", cadre)
                .update();
        assertThat(live(li)).as("after his dismissal").isEmpty();
    }

    @Test
    void aMandateLapsesWhenItsHolderMovesToAnotherUnit() {
        var unit = unit();
        var cadre = cadre(unit);
        var li = accounts.open("li", "李某", cadre, system);
        mandates.give(li, new GiveMandate(Role.UNIT, COUNTY, unit, null, null, "联络员"), security);
        assertThat(live(li)).extracting(Mandate::role).containsExactly(Role.UNIT, Role.CADRE);
        sql.sql("update staff.cadre set unit = :unit where id = :id")
                .param("unit", unit())
                .param("id", cadre)
                .update();
        assertThat(live(li)).extracting(Mandate::role).containsExactly(Role.CADRE);
    }

    @Test
    void aDeputyStandsInForAWhileAndFallsWithWhomHeStandsInFor() {
        var wang = open("wang");
        var zhao = open("zhao");
        var source = give(wang, Role.TOWNSHIP, TOWN);
        refused("absence-too-long", () -> mandates.deputise(source, "zhao", TODAY.plusDays(32), "培训", as(wang)));
        refused("no-reason", () -> mandates.deputise(source, "zhao", TODAY.plusDays(3), " ", as(wang)));
        refused("no-such-deputy", () -> mandates.deputise(source, "nobody", TODAY.plusDays(3), "培训", as(wang)));
        var stranger = new Caller(zhao, "某", Role.TOWNSHIP, TOWN.ground(), null, null);
        refused("not-here", () -> mandates.deputise(source, "wang", TODAY.plusDays(3), "培训", stranger));

        var deputy = mandates.deputise(source, "zhao", TODAY.plusDays(3), "培训", as(wang));
        assertThat(live(zhao)).singleElement().satisfies(m -> {
            assertThat(m.role()).isEqualTo(Role.TOWNSHIP);
            assertThat(m.ground()).isEqualTo(TOWN.ground());
            assertThat(m.during(Instant.now().plus(Duration.ofDays(3)))).isFalse();
        });
        refused("not-here", () -> mandates.deputise(deputy, "wang", TODAY.plusDays(3), "转代", as(zhao)));

        mandates.dismissDeputy(deputy, as(wang));
        assertThat(live(zhao)).isEmpty();
        mandates.deputise(source, "zhao", TODAY.plusDays(3), "培训", as(wang));
        mandates.end(source, security);
        assertThat(live(zhao)).as("when the mandate he stands in for is ended").isEmpty();
    }

    @Test
    void anEmergencyIsTakenForThreeHoursAndTheOwnersAreTold() {
        var wang = open("wang");
        var owner = open("owner");
        var elsewhere = open("elsewhere");
        give(wang, Role.TOWNSHIP, TOWN);
        give(owner, Role.OFFICE, COUNTY);
        give(elsewhere, Role.OFFICE, DivisionCode.of("370828000000"));
        var other = DivisionCode.of("370827102000");
        refused("no-reason", () -> mandates.takeInEmergency(other, "", as(wang)));
        refused("not-here", () -> mandates.takeInEmergency(DivisionCode.of("370100000000"), "洪水", as(wang)));

        var taken = mandates.takeInEmergency(other, "洪水，转移群众", as(wang));
        var mandate = live(wang).stream()
                .filter(m -> m.id().equals(taken))
                .findFirst()
                .orElseThrow();
        assertThat(mandate.during(mandate.since().plus(Duration.ofHours(3)).minusMillis(1)))
                .isTrue();
        assertThat(mandate.during(mandate.since().plus(Duration.ofHours(3)))).isFalse();
        assertThat(notices.of(as(owner))).singleElement().satisfies(n -> {
            assertThat(n.place()).isEqualTo(other.value());
            assertThat(n.reason()).isEqualTo("洪水，转移群众");
        });
        assertThat(notices.of(as(elsewhere))).isEmpty();
        notices.seen(notices.of(as(owner)).getFirst().id(), as(elsewhere));
        assertThat(notices.of(as(owner))).as("nobody reads it for another").hasSize(1);
    }

    @Test
    void theDatabaseKeepsAnEmergencyToThreeHours() {
        var wang = open("wang");
        broken(
                "an_emergency_is_over_in_three_hours",
                () -> sql.sql("""
                insert into access.mandate (id, account, role, lo, hi, kind, since, until, reason, given_by)
                values (gen_random_uuid(), :account, 'TOWNSHIP', 1, 2, 'EMERGENCY', now(), now() + interval '181 minutes', '-', :account)
                """).param("account", wang).update());
    }

    @Test
    void noneOfTheThreeAdministratorsCanDoAnothersWork() {
        var wang = open("wang");
        var mandate = give(wang, Role.TOWNSHIP, TOWN);
        for (var other : List.of(security, audit, caller(Role.OFFICE), caller(Role.AUDITOR))) {
            refused("not-yours", () -> accounts.open("new", "某", null, other));
            refused("not-yours", () -> accounts.close(wang, other));
            refused("not-yours", () -> accounts.firstPassword(wang, other));
        }
        for (var other : List.of(system, audit, caller(Role.OFFICE), caller(Role.AUDITOR))) {
            refused("not-yours", () -> mandates.give(wang, wish(Role.OFFICE, COUNTY), other));
            refused("not-yours", () -> mandates.end(mandate, other));
        }
        var shared = EnumSet.of(Right.OWN_ACCOUNT, Right.RECORD_CONDITION, Right.ACCESS_READ, Right.SELF_CHECK);
        for (var one : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            for (var two : Role.values()) {
                if (one != two && two.administers()) {
                    var both = EnumSet.copyOf(one.rights());
                    both.retainAll(two.rights());
                    assertThat(both).as("%s and %s", one, two).isEqualTo(shared);
                }
            }
            assertThat(one.rights())
                    .as("%s sees no household", one)
                    .doesNotContain(Right.REGISTRY_READ, Right.PAIRING_READ, Right.OVERVIEW_READ);
        }
    }

    @Test
    void anAdministratorHoldsNoOtherOfficeUnderNoOtherLogin() {
        var wang = open("wang");
        give(wang, Role.SYSTEM_ADMIN, COUNTY);
        broken("an_administrator_holds_no_other_office", () -> give(wang, Role.SECURITY_ADMIN, COUNTY));
    }

    @Test
    void aBusinessMandateKeepsOneFromAdministering() {
        var person = cadre(unit());
        var first = accounts.open("li", "李某", person, system);
        give(first, Role.TOWNSHIP, TOWN);
        accounts.close(first, system);
        var second = accounts.open("li-2", "李某", person, system);
        broken("an_administrator_holds_no_other_office", () -> give(second, Role.AUDIT_ADMIN, COUNTY));
    }

    @Test
    void nobodyGivesHimselfAMandate() {
        var self = open("self");
        refused(
                "not-to-oneself",
                () -> mandates.give(
                        self,
                        wish(Role.OFFICE, COUNTY),
                        new Caller(self, "安", Role.SECURITY_ADMIN, Ground.EVERYWHERE, null, null)));
        broken(
                "nobody_gives_himself_a_mandate",
                () -> sql.sql("""
                insert into access.mandate (id, account, role, lo, hi, kind, since, reason, given_by)
                values (gen_random_uuid(), :account, 'OFFICE', 1, 2, 'REGULAR', now(), '-', :account)
                """).param("account", self).update());
    }

    @Test
    void aMandateIsNeverRewritten() {
        var mandate = give(open("wang"), Role.TOWNSHIP, TOWN);
        broken(
                "a_mandate_is_never_rewritten",
                () -> sql.sql("update access.mandate set hi = hi + 1 where id = :id")
                        .param("id", mandate)
                        .update());
    }

    @Test
    void aSecurityAdministratorGivesOnHisOwnGroundOnly() {
        var county = new Caller(UUID.randomUUID(), "县", Role.SECURITY_ADMIN, COUNTY.ground(), null, null);
        var wang = open("wang");
        refused("not-here", () -> mandates.give(wang, wish(Role.OFFICE, DivisionCode.of("370828000000")), county));
        refused(
                "mandate-over",
                () -> mandates.give(wang, new GiveMandate(Role.OFFICE, COUNTY, null, null, TODAY, "到期"), county));
        refused("mandate-incomplete", () -> mandates.give(wang, wish(Role.UNIT, COUNTY), county));
    }

    @Test
    void aLoginIsTypedOnAnyKeyboardAndTakenOnce() {
        open("wang");
        refused("login-taken", () -> open("wang"));
        for (var login : List.of("W", "王", "a b", "-a", "x".repeat(41))) {
            refused("not-a-login", () -> open(login));
        }
        refused("account-without-name", () -> accounts.open("zhang", " ", null, system));
    }

    UUID open(String login) {
        return accounts.open(login, login, null, system);
    }

    UUID give(UUID account, Role role, DivisionCode place) {
        return mandates.give(account, wish(role, place), security);
    }

    static GiveMandate wish(Role role, DivisionCode place) {
        return new GiveMandate(role, place, null, null, null, "任命文件");
    }

    List<Mandate> live(UUID account) {
        return mandates.live(accounts.require(account));
    }

    Caller as(UUID account) {
        return live(account).getFirst().caller("某");
    }

    static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), role.name(), role, Ground.EVERYWHERE, null, null);
    }

    UUID unit() {
        return sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, since)
                values (gen_random_uuid(), gen_random_uuid()::text, '某局', 'COUNTY', 'GOVERNMENT', 370827000000, '2020-01-01')
                returning id
                """).query(UUID.class).single();
    }

    UUID cadre(UUID unit) {
        return sql.sql("""
                insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
                values (gen_random_uuid(), gen_random_uuid()::text, :unit, 370827000000, '李某', 'lm', '科员', 'STAFF', '2020-01-01')
                returning id
                """).param("unit", unit).query(UUID.class).single();
    }

    static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind().code()).isEqualTo(code));
    }

    static void broken(String rule, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(
                        rule.equals("an_administrator_holds_no_other_office")
                                ? "mixed offices"
                                : rule.equals("a_mandate_is_never_rewritten") ? "rewritten" : rule);
    }
}
