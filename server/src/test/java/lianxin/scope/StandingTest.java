package lianxin.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lianxin.OwnDatabase;
import lianxin.region.Ground;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever asks the database sees his own ground, whatever the connection was used for a moment ago. */
@SpringBootTest(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=5",
            "spring.datasource.hikari.connection-timeout=60000"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingTest {

    static final int COUNTIES = 5;
    static final int VILLAGES = 10;
    static final int REQUESTS = 10_000;
    static final String COUNT = "select count(*) from registry.household";

    final Standing standing;
    final JdbcClient sql;
    final TransactionTemplate transaction;
    final Map<Long, UUID> cadres = new HashMap<>();
    final Map<Long, UUID> units = new HashMap<>();

    StandingTest(Standing standing, JdbcClient sql, TransactionTemplate transaction) {
        this.standing = standing;
        this.sql = sql;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void aDatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        OwnDatabase.start("scope", properties);
    }

    @BeforeAll
    void fiftyVillages() {
        var villages = new Villages(sql);
        transaction.executeWithoutResult(_ -> {
            for (var county = 1; county <= COUNTIES; county++) {
                for (var village = 1; village <= VILLAGES; village++) {
                    var place = Villages.place(county, village);
                    units.put(place, villages.unit(place));
                    cadres.put(place, villages.cadre(units.get(place), place));
                    villages.households(place, cadres.get(place));
                }
            }
        });
    }

    @Test
    void nobodySeesNothingAndIsToldSo() throws Exception {
        elsewhere(() -> {
            assertThatThrownBy(() -> count()).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> transaction.execute(_ -> count())).isInstanceOf(DataAccessException.class);
            return null;
        });
    }

    @Test
    void oneSeesOnesOwnGround() {
        assertThat(standing.as(county(1), this::count)).isEqualTo(VILLAGES * Villages.HOUSEHOLDS);
        assertThat(standing.as(village(1, 1), this::count)).isEqualTo(Villages.HOUSEHOLDS);
        assertThat(standing.as(new Scope(Ground.NONE, null, null), this::count)).isZero();
        assertThat(standing.house(this::count)).isEqualTo(COUNTIES * VILLAGES * Villages.HOUSEHOLDS);
        assertThat(standing.as(
                        county(1),
                        () -> sql.sql("select distinct place / 1000000 from pairing.pairing")
                                .query(Long.class)
                                .list()))
                .containsExactly(999_901L);
    }

    @Test
    void aCadreSeesHisOwnHouseholdsAndALiaisonHisUnits() {
        var city = new Ground(999_900_000_000L, 1_000_000_000_000L);
        var mine = Villages.place(2, 3);
        for (var scope : List.of(new Scope(city, null, cadres.get(mine)), new Scope(city, units.get(mine), null))) {
            assertThat(standing.as(scope, this::places)).containsExactly(mine);
            assertThat(standing.as(
                            scope,
                            () -> sql.sql("select distinct place from pairing.pairing")
                                    .query(Long.class)
                                    .list()))
                    .containsExactly(mine);
        }
        assertThat(standing.as(new Scope(city, UUID.randomUUID(), null), this::count))
                .isZero();
    }

    @Test
    void whoeverAnswersForAnAbsentCadreSeesHisHouseholds() {
        var away = Villages.place(2, 4);
        var there = Villages.place(2, 5);
        transaction.executeWithoutResult(tx -> {
            sql.sql(
                            "insert into pairing.backup (cadre, backup, reason, since, until, by_whom) values (:a, :b, 'LEAVE', '2026-01-01', '2027-01-01', :a)")
                    .param("a", cadres.get(away))
                    .param("b", cadres.get(there))
                    .update();
            var scope = new Scope(new Ground(999_900_000_000L, 1_000_000_000_000L), null, cadres.get(there));
            assertThat(standing.as(scope, this::places)).containsExactlyInAnyOrder(away, there);
            tx.setRollbackOnly();
        });
    }

    @Test
    void oneWritesOnOnesOwnGroundOnly() {
        var theirs = Villages.place(2, 1);
        standing.as(
                county(1),
                () -> transaction.execute(_ -> {
                    assertThat(sql.sql("update registry.household set size = 9 where place = :place")
                                    .param("place", theirs)
                                    .update())
                            .isZero();
                    return null;
                }));
        assertThatThrownBy(() -> standing.as(
                        county(1),
                        () -> transaction.execute(
                                _ -> sql.sql("update registry.household set place = :theirs where place = :mine")
                                        .param("theirs", theirs)
                                        .param("mine", Villages.place(1, 1))
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aWriteOutsideATransactionIsKeptAtOnceAndOnOnesOwnGroundOnly() {
        var resize = "update registry.household set size = :size where place = :place";
        var place = Villages.place(3, 1);
        assertThat(standing.as(
                        county(3),
                        () -> sql.sql(resize)
                                .param("size", 5)
                                .param("place", place)
                                .update()))
                .isEqualTo(Villages.HOUSEHOLDS);
        assertThat(standing.as(
                        county(1),
                        () -> sql.sql(resize)
                                .param("size", 6)
                                .param("place", place)
                                .update()))
                .isZero();
        assertThatThrownBy(() ->
                        sql.sql(resize).param("size", 0).param("place", place).update())
                .isInstanceOf(DataAccessException.class);
        assertThat(sql.sql("select distinct size from registry.household where place = :place")
                        .param("place", place)
                        .query(Integer.class)
                        .list())
                .containsExactly(5);
    }

    @Test
    void inOneTransactionOneMayLookBeyondAndBack() {
        standing.as(
                village(1, 1),
                () -> transaction.execute(_ -> {
                    assertThat(count()).isEqualTo(Villages.HOUSEHOLDS);
                    assertThat(standing.house(this::count)).isEqualTo(COUNTIES * VILLAGES * Villages.HOUSEHOLDS);
                    assertThat(count()).isEqualTo(Villages.HOUSEHOLDS);
                    assertThatThrownBy(() -> standing.house(() -> {
                                throw new IllegalStateException("halfway");
                            }))
                            .hasMessage("halfway");
                    assertThat(count()).as("after work that failed").isEqualTo(Villages.HOUSEHOLDS);
                    return null;
                }));
    }

    @Test
    void aFailedTransactionKeepsItsOwnReason() {
        assertThatThrownBy(() -> transaction.execute(_ -> standing.as(
                        village(1, 1),
                        () -> sql.sql("select 1/0").query(Integer.class).single())))
                .rootCause()
                .hasMessageContaining("division by zero");
        assertThat(count()).isEqualTo(COUNTIES * VILLAGES * Villages.HOUSEHOLDS);
    }

    /** Fifty users over five connections: pages, deeds, deeds that fail, deeds taken back, and looks beyond, in no order. */
    @Test
    void tenThousandInterleavedRequestsSeeNoForeignRow() throws Exception {
        var foreign = new AtomicInteger();
        var wrong = new AtomicInteger();
        var next = new AtomicInteger();
        try (var users = Executors.newFixedThreadPool(50)) {
            var all = new ArrayList<java.util.concurrent.Future<?>>();
            for (var u = 0; u < 50; u++) {
                var random = new Random(u);
                var scope = u % 2 == 0 ? county(u % COUNTIES + 1) : village(u % COUNTIES + 1, u % VILLAGES + 1);
                all.add(users.submit(() -> {
                    while (next.incrementAndGet() <= REQUESTS) {
                        request(scope, random.nextInt(6), foreign, wrong);
                    }
                }));
            }
            for (var user : all) {
                user.get();
            }
        }
        assertThat(foreign).as("foreign rows").hasValue(0);
        assertThat(wrong).as("own rows missed").hasValue(0);
    }

    private void request(Scope scope, int kind, AtomicInteger foreign, AtomicInteger wrong) {
        try {
            standing.as(scope, () -> {
                switch (kind) {
                    case 0 -> look(scope, foreign, wrong);
                    case 1 -> transaction.executeWithoutResult(_ -> look(scope, foreign, wrong));
                    case 2 ->
                        transaction.executeWithoutResult(tx -> {
                            sql.sql("update registry.household set size = size").update();
                            look(scope, foreign, wrong);
                            tx.setRollbackOnly();
                        });
                    case 3 ->
                        transaction.executeWithoutResult(_ -> {
                            look(scope, foreign, wrong);
                            sql.sql("select 1/0").query(Integer.class).single();
                        });
                    case 4 ->
                        transaction.executeWithoutResult(_ -> {
                            standing.house(this::count);
                            look(scope, foreign, wrong);
                        });
                    default -> {
                        sql.sql("select no_such_column from registry.household")
                                .query(Integer.class)
                                .list();
                    }
                }
                return null;
            });
        } catch (DataAccessException expected) {
            // kinds 3 and 5: what failed is not the question, what the next one sees is
        }
    }

    private void look(Scope scope, AtomicInteger foreign, AtomicInteger wrong) {
        var seen = sql.sql("select place from registry.household")
                .query(Long.class)
                .list();
        foreign.addAndGet(
                (int) seen.stream().filter(p -> !scope.ground().contains(p)).count());
        var own = cadres.keySet().stream().filter(scope.ground()::contains).count() * Villages.HOUSEHOLDS;
        wrong.addAndGet(seen.size() == own ? 0 : 1);
    }

    private long count() {
        return sql.sql(COUNT).query(Long.class).single();
    }

    private List<Long> places() {
        return sql.sql("select distinct place from registry.household")
                .query(Long.class)
                .list();
    }

    private static Scope county(int n) {
        var lo = 999_900_000_000L + n * 1_000_000L;
        return new Scope(new Ground(lo, lo + 1_000_000L), null, null);
    }

    private static Scope village(int county, int n) {
        var lo = Villages.place(county, n);
        return new Scope(new Ground(lo, lo + 1), null, null);
    }

    /** On a thread that stands as nobody. */
    private static void elsewhere(Callable<?> work) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            thread.submit(work).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
