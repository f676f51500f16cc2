package lianxin.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.coverage.NightlyCheck;
import lianxin.pairing.Pairings.Adoption;
import lianxin.pairing.Pairings.VillagePlan;
import lianxin.platform.Refusal;
import lianxin.region.DivisionCode;
import lianxin.region.RegionRedrawn;
import lianxin.registry.HouseholdDeeds;
import lianxin.registry.HouseholdFacts;
import lianxin.registry.Households;
import lianxin.staff.Cadres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever happens, in whatever order: what the tables say is what a plain model says, on every day. The model is a map from day to contact per
 * household; the checker reads the tables by itself.
 */
@SpringBootTest
class HistoriesTest {

    private static final int VILLAGES = 3;

    @Autowired
    Pairings pairings;

    @Autowired
    Handovers handovers;

    @Autowired
    Backups backups;

    @Autowired
    NightlyCheck check;

    @Autowired
    HouseholdDeeds deeds;

    @Autowired
    Households households;

    @Autowired
    Cadres cadres;

    @Autowired
    ApplicationEventPublisher house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    /** A household as the model sees it. */
    private static final class Family {
        int village;
        LocalDate since;

        @Nullable
        LocalDate until;

        LocalDate changed;
        final TreeMap<LocalDate, UUID> contacts = new TreeMap<>();

        Family(int village, LocalDate since) {
            this.village = village;
            this.since = since;
            this.changed = since;
        }

        boolean lives() {
            return until == null;
        }

        @Nullable
        UUID contact(LocalDate day) {
            if (until != null && !day.isBefore(until)) {
                return null;
            }
            var entry = contacts.floorEntry(day);
            return entry == null ? null : entry.getValue();
        }
    }

    private final class History {

        final Random random;
        final Cast cast = Cast.on(sql);
        final Caller office = cast.office();
        final Map<UUID, Family> families = new LinkedHashMap<>();
        final Map<UUID, LocalDate> left = new HashMap<>();
        final List<UUID> serving = new ArrayList<>();
        final int[] codes = new int[VILLAGES];
        final LocalDate first = LocalDate.of(2013, 1, 7);
        LocalDate day = first;
        int drawn = VILLAGES;

        History(long seed) {
            random = new Random(seed);
            for (int v = 0; v < VILLAGES; v++) {
                codes[v] = v + 1;
                cast.village(v + 1);
                for (int n = 0; n < 6; n++) {
                    families.put(cast.household(v + 1), new Family(v, Cast.BEGAN));
                }
            }
            for (int n = 0; n < 5; n++) {
                serving.add(cast.cadre());
            }
        }

        void live(int steps) {
            for (int n = 0; n < steps; n++) {
                day = day.plusDays(random.nextInt(3));
                switch (random.nextInt(11)) {
                    case 0, 1, 2 -> adopt(Reason.PLAN_ADOPTED, _ -> random.nextInt(3) > 0);
                    case 3 -> leave();
                    case 4 -> split();
                    case 5 -> merge();
                    case 6 -> move();
                    case 7 -> end();
                    case 8 -> reassign();
                    case 9 -> redraw();
                    default -> backup();
                }
                compare();
            }
        }

        /** Gives some of the living to anybody; those whose chain or facts lie ahead of the day cannot be, as the day never goes back. */
        void adopt(Reason reason, java.util.function.Predicate<UUID> which) {
            var plans = new LinkedHashMap<Integer, Map<UUID, UUID>>();
            families.forEach((id, family) -> {
                if (family.lives() && which.test(id)) {
                    plans.computeIfAbsent(family.village, _ -> new LinkedHashMap<>())
                            .put(id, anybody());
                }
            });
            if (plans.isEmpty()) {
                return;
            }
            var villages = plans.entrySet().stream()
                    .map(v -> new VillagePlan(
                            UUID.randomUUID(),
                            cast.code(codes[v.getKey()]),
                            v.getValue().keySet().toArray(UUID[]::new),
                            v.getValue().values().toArray(UUID[]::new)))
                    .toList();
            pairings.adopt(new Adoption(null, day, reason, villages), office);
            plans.values().forEach(plan -> plan.forEach(this::given));
        }

        Family family(UUID id) {
            return Objects.requireNonNull(families.get(id));
        }

        void given(UUID household, UUID cadre) {
            var family = family(household);
            if (!cadre.equals(family.contact(day))) {
                family.contacts.put(day, cadre);
            }
        }

        void leave() {
            if (serving.size() < 3) {
                serving.add(cast.cadre());
                return;
            }
            var cadre = serving.get(random.nextInt(serving.size()));
            var holds = families.values().stream().anyMatch(f -> cadre.equals(f.contact(LocalDate.MAX)));
            if (holds) {
                assertThatThrownBy(() -> cadres.leave(cadre, day, office)).isInstanceOf(Refusal.class);
            }
            serving.remove(cadre);
            adopt(Reason.CADRE_LEFT, id -> cadre.equals(family(id).contact(day)));
            cadres.leave(cadre, day, office);
            left.put(cadre, day);
        }

        void split() {
            somebody().ifPresent(id -> {
                var family = family(id);
                var now = households.require(id);
                if (now.size() < 2) {
                    return;
                }
                var parts = new LinkedHashMap<String, HouseholdFacts>();
                parts.put(
                        "S" + UUID.randomUUID().toString().substring(0, 12), new HouseholdFacts("张分", 0, 1, List.of()));
                var part = deeds.split(id, now.version(), parts, day, office).getFirst();
                family.changed = day;
                families.put(part, new Family(family.village, day));
            });
        }

        void merge() {
            somebody()
                    .ifPresent(id -> families.entrySet().stream()
                            .filter(o -> !o.getKey().equals(id)
                                    && o.getValue().lives()
                                    && o.getValue().village == family(id).village
                                    && day.isAfter(family(id).since))
                            .findFirst()
                            .ifPresent(into -> {
                                deeds.merge(id, households.require(id).version(), into.getKey(), day, office);
                                into.getValue().changed = day;
                                family(id).until = day;
                            }));
        }

        void move() {
            somebody().ifPresent(id -> {
                var family = family(id);
                int to = (family.village + 1 + random.nextInt(VILLAGES - 1)) % VILLAGES;
                deeds.move(
                        id, households.require(id).version(), new DivisionCode(cast.code(codes[to])), 0, day, office);
                family.village = to;
                family.changed = day;
            });
        }

        void end() {
            somebody().filter(id -> day.isAfter(family(id).since)).ifPresent(id -> {
                if (random.nextBoolean()) {
                    deeds.dissolve(id, households.require(id).version(), day, office);
                } else {
                    deeds.moveAway(id, households.require(id).version(), day, office);
                }
                family(id).until = day;
            });
        }

        void reassign() {
            somebody().ifPresent(id -> {
                var cadre = anybody();
                if (cadre.equals(family(id).contact(day))) {
                    assertThatThrownBy(() -> handovers.reassign(id, cadre, Reason.MOVED_BY_HAND, day, false, office))
                            .isInstanceOf(Refusal.class);
                } else {
                    handovers.reassign(id, cadre, Reason.MOVED_BY_HAND, day, false, office);
                    given(id, cadre);
                }
            });
        }

        /** A village gets a new code; everybody in it goes along. */
        void redraw() {
            int village = random.nextInt(VILLAGES);
            var before = new DivisionCode(cast.code(codes[village]));
            codes[village] = ++drawn;
            var after = new DivisionCode(cast.code(codes[village]));
            transaction.executeWithoutResult(_ -> {
                var id = sql.sql(
                                "select division from region.division_version where code = :code and until = 'infinity'")
                        .param("code", before.value())
                        .query(UUID.class)
                        .single();
                sql.sql("delete from region.division_version where division = :id")
                        .param("id", id)
                        .update();
                sql.sql("""
                        insert into region.division_version (division, since, code, name, initials, kind, parent, release)
                        values (:id, '2012-02-01', :code, '村', 'c', 'VILLAGE_COMMITTEE', :parent, :release)
                        """)
                        .param("id", id)
                        .param("code", after.value())
                        .param("parent", new UUID(3, cast.county() + 100_000))
                        .param("release", new UUID(3, 0))
                        .update();
                house.publishEvent(new RegionRedrawn(
                        UUID.randomUUID(),
                        office.id(),
                        java.time.Instant.now(),
                        day,
                        List.of(new RegionRedrawn.Move(id, before, id, after))));
            });
            families.values().stream()
                    .filter(f -> f.lives() && f.village == village)
                    .forEach(f -> f.changed = day);
        }

        void backup() {
            try {
                backups.name(serving.getFirst(), serving.getLast(), Backup.Why.LEAVE, day, day.plusDays(5), office);
            } catch (Refusal e) {
                assertThat(e.kind().code()).isIn("absence-overlaps", "backup-unfit");
            }
        }

        java.util.Optional<UUID> somebody() {
            var living = families.entrySet().stream()
                    .filter(f -> f.getValue().lives() && !f.getValue().changed.isAfter(day))
                    .map(Map.Entry::getKey)
                    .toList();
            return living.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(living.get(random.nextInt(living.size())));
        }

        UUID anybody() {
            return serving.get(random.nextInt(serving.size()));
        }

        void compare() {
            chains();
            inService();
            var asked = first.plusDays(random.nextInt((int) (day.toEpochDay() - first.toEpochDay()) + 2));
            var told = pairings.contactsOf(families.keySet(), asked);
            families.forEach((id, family) ->
                    assertThat(told.get(id)).as("%s on %s", id, asked).isEqualTo(family.contact(asked)));
            for (var on : List.of(asked, day)) {
                long covered = families.values().stream()
                        .filter(f -> f.contact(on) != null)
                        .count();
                assertThat(pairings.covered(cast.ground(), on)).isEqualTo(covered);
                assertThat(pairings.loads(cast.ground(), on).values().stream()
                                .mapToLong(n -> n)
                                .sum())
                        .isEqualTo(covered);
            }
            long gaps = families.values().stream()
                    .filter(f -> f.lives() && f.contact(day) == null)
                    .count();
            assertThat(pairings.uncovered(cast.ground(), day, 1_000)).hasSize((int) gaps);
        }

        /** I-HOUSE and I-NOGAP, from the table alone. */
        void chains() {
            var before = new HashMap<UUID, String>();
            sql.sql(
                            "select household, since::text, until::text from pairing.pairing where place >= :lo and place < :hi order by household, since")
                    .param("lo", cast.ground().lo())
                    .param("hi", cast.ground().hi())
                    .query((java.sql.ResultSet row) -> {
                        var until = before.put(row.getObject(1, UUID.class), row.getString(3));
                        assertThat(until == null || until.equals(row.getString(2)))
                                .isTrue();
                    });
            assertThat(before.values()).allMatch("infinity"::equals);
        }

        /** Nobody is the contact of anybody from the day he left, and everybody's pair stands in the household's own village. */
        void inService() {
            left.forEach((cadre, gone) -> assertThat(pairings.load(cadre, gone)).isZero());
            families.forEach((id, family) -> pairings.contactOf(id, day)
                    .ifPresent(p -> assertThat(p.place()).isEqualTo(cast.code(codes[family.village]))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theTablesSayWhatHappened(long seed) {
        var history = new History(seed);
        history.live(50);
        // Then the office puts everything right, and the check agrees.
        history.adopt(Reason.PLAN_ADOPTED, _ -> true);
        history.compare();
        assertThat(pairings.uncovered(history.cast.ground(), history.day, 9)).isEmpty();
    }
}
