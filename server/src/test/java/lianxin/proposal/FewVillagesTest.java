package lianxin.proposal;

import static lianxin.proposal.ProposalCast.TODAY;
import static lianxin.proposal.ProposalsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import lianxin.platform.Ids;
import lianxin.scheme.Schemes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The office asks that each cadre go to few villages, and is told what that costs. */
@SpringBootTest
class FewVillagesTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    RunStore runs;

    @Autowired
    LoadStore loads;

    @Autowired
    Solving solving;

    @Autowired
    Adoptions adoptions;

    @Autowired
    Schemes schemes;

    @Autowired
    Clock clock;

    ProposalCast cast;
    long west;
    long east;

    /** Li is in the west and Zhao in the east, for six households each; Wang is far from both. Seven families live in the west, five in the east. */
    @BeforeEach
    void people() {
        cast = new ProposalCast(sql);
        west = cast.village(0, 0);
        east = cast.village(1, 5);
        cast.cadre(cast.unit(0, cast.county), 1, 6);
        cast.cadre(cast.unit(5, cast.county), 1, 6);
        cast.cadre(cast.unit(40, cast.county), 0, 6);
        for (int h = 0; h < 12; h++) {
            cast.household(h < 7 ? west : east);
        }
    }

    Run propose(@Nullable Integer mostVillages) {
        var id = Ids.next();
        runs.add(
                id,
                cast.place(cast.county).ground(),
                TODAY,
                schemes.inForce(TODAY).id(),
                mostVillages,
                cast.office.id(),
                clock.instant());
        solving.solve(id);
        return runs.byId(id).orElseThrow();
    }

    @Test
    void whatFewVillagesCostIsSaidAndProvenAgainWhenItIsAdopted() {
        var free = totals(propose(null));
        assertThat(free.compactness()).isNull();
        var two = propose(2);
        assertThat(totals(two).compactness()).isEqualTo(new Compactness(2, 0, 0));

        var one = propose(1);
        var few = Objects.requireNonNull(totals(one).compactness());
        assertThat(few.gap()).isPositive().isEqualTo(totals(one).price() - free.price());
        assertThat(few.beyond()).isZero();
        assertThat(loads.inOrder(one.id())).allMatch(load -> load.villages().size() <= 1);

        assertThat(adoptions
                        .adopt(one.id(), cast.place(west), false, cast.office)
                        .proven())
                .isEqualTo(new Proof.Proven(Proof.Claim.COMPACT, few.gap()));
        cast.household(east);
        assertThat(adoptions
                        .adopt(one.id(), cast.place(cast.county), false, cast.office)
                        .proven()
                        .claim())
                .isEqualTo(Proof.Claim.COMPACT_EXCHANGES);
    }

    @Test
    void aPlanThatSomebodyChangedIsRefused() {
        var one = propose(1);
        tamper(
                one.id(),
                "select l.cadre from proposal.load l where l.run = v.run and cardinality(l.villages) = 1 and l.villages[1] <> v.place limit 1");
        refused(ProposalRefusal.UNPROVEN, () -> adoptions.adopt(one.id(), cast.place(cast.county), false, cast.office));
    }

    /** The first family of the west goes to somebody else. */
    private void tamper(UUID run, String whom) {
        sql.sql("update proposal.village v set cadres[1] = (" + whom + ") where run = ? and place = ?")
                .params(run, west)
                .update();
    }

    @Test
    void whereOneVillageEachIsTooFewSomeGoToMoreAndThatIsSaid() {
        for (int h = 0; h < 5; h++) {
            cast.household(east);
        }
        var few = Objects.requireNonNull(totals(propose(1)).compactness());
        assertThat(few.beyond())
                .as("ten in the east and seven in the west, three cadres for six")
                .isPositive();
    }

    private static Totals totals(Run run) {
        return Objects.requireNonNull(run.totals());
    }
}
