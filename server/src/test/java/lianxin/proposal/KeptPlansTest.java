package lianxin.proposal;

import static lianxin.proposal.ProposalCast.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.matcher.Matched;
import lianxin.matcher.Matcher;
import lianxin.matcher.Watch;
import lianxin.muster.RollCall;
import lianxin.muster.Roster;
import lianxin.pairing.Pairings;
import lianxin.platform.Ids;
import lianxin.repair.Aim;
import lianxin.repair.Repair;
import lianxin.repair.Repairs;
import lianxin.scheme.Schemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of an adopted plan: a repair goes on from it after a restart, and is the best whatever it says. */
@SpringBootTest
class KeptPlansTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    AutowireCapableBeanFactory house;

    @Autowired
    RunStore runs;

    @Autowired
    Solving solving;

    @Autowired
    Adoptions adoptions;

    @Autowired
    RollCall rollCall;

    @Autowired
    Schemes schemes;

    @Autowired
    Pairings pairings;

    @Autowired
    Repairs repairs;

    @Autowired
    Clock clock;

    final List<UUID> cadres = new ArrayList<>();
    ProposalCast cast;
    long village;

    /** One village, eight cadres at different distances, room for seventy-two. */
    @BeforeEach
    void county() {
        cast = new ProposalCast(sql);
        village = cast.village(0, 0);
        for (int c = 0; c < 8; c++) {
            cadres.add(cast.cadre(cast.unit(c * 0.7, cast.county), 1, 9));
        }
    }

    UUID adopted(Random random) {
        for (int h = 0; h < 60; h++) {
            cast.household(village, random.nextInt(4) == 0 ? new String[] {"PETITION"} : new String[0]);
        }
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                null,
                cast.office.id(),
                clock.instant());
        solving.solve(id);
        adoptions.adopt(id, cast.place(cast.county), false, cast.office);
        return id;
    }

    /** As after a restart: nobody who remembers anything. */
    KeptPlans restarted() {
        return house.createBean(KeptPlans.class);
    }

    Map<UUID, Long> kept() {
        return restarted()
                .prices(cast.place(cast.county).ground(), schemes.inForce(TODAY).id(), cadres);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRepairFromWhatIsKeptIsTheOneFromScratch(long seed) {
        var random = new Random(seed);
        var id = adopted(random);
        assertThat(kept()).containsOnlyKeys(cadres);
        assertThat(kept().values())
                .as("the township is full enough that places have a price")
                .anyMatch(y -> y != 0);
        var leaver = cadres.get(random.nextInt(8));

        var fromKept = repairs.forCadre(leaver, TODAY, Aim.CHEAPEST, cast.office);
        assertThat(price(leaver, fromKept)).isEqualTo(best(leaver));
        assertThat(fromKept.choices().getFirst().above()).isZero();
        assertThat(fromKept.choices()).extracting(Repair.Choice::above).isSorted();
        assertThat(fromKept.choices().getLast().changed())
                .isEqualTo(repairs.forCadre(leaver, TODAY, Aim.FEWEST, cast.office)
                        .steps()
                        .size());

        sql.sql("update proposal.load set price = hashtext(cadre::text) * 1000000::bigint where run = ?")
                .params(id)
                .update();
        assertThat(price(leaver, repairs.forCadre(leaver, TODAY, Aim.CHEAPEST, cast.office)))
                .as("wrong prices are not believed")
                .isEqualTo(best(leaver));

        sql.sql("update proposal.run set engine = ? where id = ?")
                .params(Matcher.VERSION + 1, id)
                .update();
        assertThat(kept()).as("another engine's").isEmpty();
        assertThat(price(leaver, repairs.forCadre(leaver, TODAY, Aim.CHEAPEST, cast.office)))
                .as("solved anew")
                .isEqualTo(best(leaver));

        sql.sql("update proposal.run set engine = ? where id = ?")
                .params(Matcher.VERSION, id)
                .update();
        assertThat(restarted().prices(cast.place(cast.county).ground(), UUID.randomUUID(), cadres))
                .as("other rules")
                .isEmpty();

        var again = repairs.forCadre(leaver, TODAY, Aim.CHEAPEST, cast.office);
        repairs.adoptForCadre(leaver, TODAY, Aim.CHEAPEST, false, again.fingerprint(), cast.office);
        assertThat(pairings.load(leaver, TODAY)).isZero();
        assertThat(pairings.contactsOf(
                        again.steps().stream().map(Repair.Step::household).toList(), TODAY))
                .isEqualTo(again.steps().stream().collect(Collectors.toMap(Repair.Step::household, Repair.Step::to)));
    }

    private Roster roster(UUID leaver) {
        return rollCall.holding(
                List.of(cast.place(village).ground()),
                TODAY,
                schemes.inForce(TODAY).rules(),
                leaver);
    }

    private long best(UUID leaver) {
        return ((Matched) Matcher.solve(roster(leaver).problem(), Watch.none())).price();
    }

    /** What the world would cost after this repair. */
    private long price(UUID leaver, Repair repair) {
        var roster = roster(leaver);
        var after = roster.current();
        var posts = roster.postOf();
        for (var step : repair.steps()) {
            after[roster.households().find(0, after.length, step.household())] = posts.getOrDefault(step.to(), -1);
        }
        return roster.problem().price(after);
    }
}
