package lianxin.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lianxin.access.Account;
import lianxin.access.Accounts;
import lianxin.access.Mandates;
import lianxin.access.Role;
import lianxin.platform.Door;
import lianxin.region.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator is told somebody would see is what he would see. */
@SpringBootTest
@Transactional
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ViewsTest {

    static final long VILLAGE = 999_931_101_201L;
    static final Ground TOWN = new Ground(999_931_101_000L, 999_931_102_000L);
    static final Ground NEXT_TOWN = new Ground(999_931_102_000L, 999_931_103_000L);

    final Views views;
    final Accounts accounts;
    final Mandates mandates;
    final JdbcClient sql;
    final UUID unit = UUID.randomUUID();
    final UUID li = UUID.randomUUID();
    final UUID zhao = UUID.randomUUID();

    ViewsTest(Views views, Accounts accounts, Mandates mandates, JdbcClient sql) {
        this.views = views;
        this.accounts = accounts;
        this.mandates = mandates;
        this.sql = sql;
    }

    @BeforeEach
    void oneHouseholdWhichLiLooksAfter() {
        sql.sql("""
                insert into staff.unit (id, key, name, level, kind, place, since)
                values (:unit, 'VIEW-U', '某局', 'COUNTY', 'GOVERNMENT', 999931000000, '2020-01-01')
                """).param("unit", unit).update();
        for (var cadre : List.of(li, zhao)) {
            sql.sql("""
                    insert into staff.cadre (id, key, unit, place, name, initials, post, rank, since)
                    values (:id, 'VIEW-' || :id, :unit, 999931000000, '李某', 'lm', '科员', 'STAFF', '2020-01-01')
                    """).param("id", cadre).param("unit", unit).update();
        }
        sql.sql("""
                with village as (insert into region.division (id, level) values (gen_random_uuid(), 'VILLAGE') returning id),
                     home as (
                    insert into registry.household (id, key, village, place, head, initials, size, since)
                    select gen_random_uuid(), 'VIEW-H', id, :place, '王某', 'wm', 3, '2020-01-01' from village
                    returning id)
                insert into pairing.pairing (household, since, cadre, place, reason, by_whom)
                select id, '2020-02-01', :li, :place, 'PLAN_ADOPTED', id from home
                """).param("place", VILLAGE).param("li", li).update();
    }

    @Test
    void aTownshipSeesItsOwnHouseholdAndTheNextOneDoesNot() {
        assertThat(seen(Role.TOWNSHIP, TOWN, null, null, "VIEW-H")).containsExactly("household");
        assertThat(seen(Role.TOWNSHIP, NEXT_TOWN, null, null, "VIEW-H")).isEmpty();
    }

    @Test
    void aContactSeesWhomHeLooksAfterAndHisColleagueDoesNot() {
        assertThat(seen(Role.CADRE, TOWN, null, li, "VIEW-H")).containsExactly("household");
        assertThat(seen(Role.CADRE, TOWN, null, zhao, "VIEW-H")).isEmpty();
        assertThat(seen(Role.UNIT, TOWN, unit, null, "VIEW-H")).containsExactly("household");
        assertThat(seen(Role.UNIT, TOWN, UUID.randomUUID(), null, "VIEW-H")).isEmpty();
    }

    @Test
    void whoMayReadNoPairingsAndWhoAdministersSeesNobody() {
        assertThat(seen(Role.HANDLER, TOWN, null, null, "VIEW-H")).isEmpty();
        assertThat(seen(Role.SYSTEM_ADMIN, Ground.EVERYWHERE, null, null, "VIEW-H"))
                .isEmpty();
        assertThat(seen(Role.TOWNSHIP, TOWN, null, null, "VIEW-0"))
                .as("there is none")
                .isEmpty();
        assertThat(seen(Role.TOWNSHIP, TOWN, null, null, "VIEW-U")).containsExactly("unit");
    }

    @Test
    void theDoorsAreThoseOfTheRole() {
        var account = account(Role.TOWNSHIP, TOWN, null, null);
        var doors = views.of(account, mandates.live(account).getFirst(), "").doors();
        assertThat(doors)
                .extracting(Door::right)
                .contains("CARD_PRINT")
                .doesNotContain("ACCESS_READ", "PAIRING_PROPOSE");
    }

    private List<String> seen(Role role, Ground ground, @Nullable UUID ofUnit, @Nullable UUID cadre, String number) {
        var account = account(role, ground, ofUnit, cadre);
        return views.of(account, mandates.live(account).getFirst(), number).found().stream()
                .filter(View.Found::seen)
                .map(View.Found::kind)
                .toList();
    }

    private Account account(Role role, Ground ground, @Nullable UUID ofUnit, @Nullable UUID cadre) {
        return accounts.require(accounts.open("view-" + UUID.randomUUID(), "x", "王某", role, ground, ofUnit, cadre));
    }
}
